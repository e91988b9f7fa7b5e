import { bureauHead, bureauSeal } from "../bureau.mjs";
import { body, heading, line, note, numberLine, when } from "../parts.mjs";

const LAL = "《中华人民共和国法律援助法》";

/** FZ-020: the bureau, not the agency, maintains or orders the correction, and names the next remedy (法律援助法第四十九条). */
export const objectionDecision = [
  ...bureauHead(),
  numberLine(),
  line("{{objectorName}}："),
  body("你对{{objectedDecision}}提出的异议，本机关于{{receivedAt}}收到。"),
  heading("异议理由"),
  body("{{grounds}}"),
  heading("审查情况和理由"),
  body("{{reasonText}}"),
  heading("审查决定"),
  ...when(
    "isMaintained",
    body(`根据${LAL}第四十九条第二款，决定维持{{objectedDecision}}。`),
    heading("救济途径"),
    body("{{objectionRemedy}}"),
  ),
  ...when("hasObjectionRemedy", body("{{objectionRemedyText}}")),
  ...when(
    "isCorrected",
    body(`根据${LAL}第四十九条第二款，决定责令法律援助机构改正：{{orderText}}`),
    body("{{objectionRemedy}}"),
  ),
  ...bureauSeal(),
  note("本决定书送达异议人，并抄送作出原决定的法律援助机构。"),
];
