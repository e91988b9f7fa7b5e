import { body, closingNotes, head, line, numberLine, seal, when } from "../parts.mjs";

/** FZ-007: what is asked of an agency elsewhere, on which case (the current text of the period was not read). */
export const cooperationLetter = [
  ...head(),
  numberLine(),
  line("{{agency}}："),
  ...when(
    "hasFile",
    body("本机构办理的{{file.personName}}{{fileCause}}一案（编号：{{fileNumber}}），需要你单位予以协作。"),
  ),
  body("协作事项：{{kind}}。"),
  body("协作内容：{{request}}"),
  body("请协助办理，并将结果书面告知本机构；不能办理的，请说明理由。", true),
  ...seal(),
  ...closingNotes(),
];
