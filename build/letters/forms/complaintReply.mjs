import { bureauHead, bureauSeal } from "../bureau.mjs";
import { body, heading, line, note, numberLine } from "../parts.mjs";

/** The bureau answers a complaint (法律援助法第五十六条; the periods of Order 149 were not read). */
export const complaintReply = [
  ...bureauHead(),
  numberLine(),
  line("{{complainantName}}："),
  body("你于{{receivedAt}}对{{respondentName}}的投诉（事由：{{grounds}}），本机关已经收悉。现答复如下："),
  heading("处理结果"),
  body("{{complaintOutcome}}"),
  heading("答复"),
  body("{{replyText}}"),
  ...bureauSeal(),
  note("本机关地址：{{bureau.address}}；电话：{{bureau.phone}}。"),
];
