/** Head and signature of letters that the bureau itself issues: objections, complaints, leads to a penalty. */
import { AlignmentType, Paragraph } from "docx";
import { LINE, line, run, SIZE, titleLine } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Blocks} Blocks */

/** The bureau's name and the title. @returns {Blocks} */
export const bureauHead = () => [
  () =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 60 },
      children: [run("{{bureau.name}}", { size: SIZE.agency, bold: true, head: true })],
    }),
  titleLine("{{formTitle}}"),
];

/** The bureau's name, the place of its seal, and the date. @returns {Blocks} */
export const bureauSeal = () => [
  line("{{bureau.name}}", "right"),
  () =>
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      spacing: { line: LINE.small },
      children: [run("（印章）", { size: SIZE.small, grey: true })],
    }),
  line("{{issuedOn}}", "right"),
];
