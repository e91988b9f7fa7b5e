/**
 * The few building blocks of which every letter is made, so that all forms look like one house. Text may carry
 * slots `{{name}}`; `when` and `each` put the lines that open and close a condition or list into the style `Tag`,
 * which the merge takes out again.
 */
import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from "docx";

/** Sizes in half points: 三号 16 pt is too large for the tables, 小四 12 pt is what forms use. */
export const SIZE = { title: 44, agency: 32, body: 28, cell: 24, small: 20, foot: 18 };
const BODY_FONT = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "仿宋",
  cs: "Times New Roman",
};
const HEAD_FONT = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "宋体",
  cs: "Times New Roman",
};
/** Line heights in twentieths of a point. */
export const LINE = { body: 490, clause: 370, cell: 340, small: 300 };
/** Twentieths of a point; text width of an A4 page with the margins below. */
export const WIDTH = 9040;
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1247, bottom: 1191, left: 1418, right: 1418, header: 850, footer: 680 },
};

/** @typedef {{ size?: number, bold?: boolean, head?: boolean, grey?: boolean }} Look */
/** @typedef {() => Paragraph | import("docx").Table} Block one block of a letter, made anew for every document */
/** @typedef {Block[]} Blocks */

/** Text in one look. @param {string} text @param {Look} [look] */
export const run = (text, { size = SIZE.body, bold = false, head = false, grey = false } = {}) =>
  new TextRun({ text, size, bold, font: head ? HEAD_FONT : BODY_FONT, ...(grey && { color: "808080" }) });

/** @param {number} line */
const exact = (line) => ({ line, lineRule: LineRuleType.EXACT });

/**
 * A paragraph of the letter, indented by two characters. `keepNext` binds it to what follows: a seal or signature
 * never stands on a sheet without a line of the text it signs.
 * @param {string} text @param {boolean} [keepNext]
 */
export const body =
  (text, keepNext = false) =>
  () =>
    new Paragraph({
      keepNext,
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 560 },
      spacing: exact(LINE.body),
      children: [run(text)],
    });

/** A line without indent: the addressee, a signature line. @param {string} text @param {"left" | "right"} [align] */
export const line =
  (text, align = "left") =>
  () =>
    new Paragraph({
      alignment: align === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
      spacing: exact(LINE.body),
      children: [run(text)],
    });

/** A paragraph of a long letter, a size smaller so that it stays on one sheet. @param {string} text @param {boolean} [keepNext] */
export const clause =
  (text, keepNext = false) =>
  () =>
    new Paragraph({
      keepNext,
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 480 },
      spacing: exact(LINE.clause),
      children: [run(text, { size: SIZE.cell })],
    });

/** A short bold heading inside a letter; `small` goes with clauses. @param {string} text @param {boolean} [small] */
export const heading =
  (text, small = false) =>
  () =>
    new Paragraph({
      keepNext: true,
      indent: { firstLine: small ? 480 : 560 },
      spacing: { ...exact(small ? LINE.clause : LINE.body), before: 40 },
      children: [run(text, { bold: true, head: true, size: small ? SIZE.cell : SIZE.body })],
    });

/** Small print below a letter or form. @param {string} text */
export const note = (text) => () =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { ...exact(LINE.small), before: 60 },
    children: [run(text, { size: SIZE.small })],
  });

/** Vertical room in twentieths of a point. @param {number} height */
export const room = (height) => () =>
  new Paragraph({
    keepNext: true,
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    children: [run(" ", { size: 2 })],
  });

/** @param {string} text */
const tag = (text) => () => new Paragraph({ style: "Tag", children: [new TextRun(text)] });

/** Blocks that are printed when a condition holds. @param {string} name @param {...Block} blocks @returns {Blocks} */
export const when = (name, ...blocks) => [tag(`{{#${name}}}`), ...blocks, tag(`{{/${name}}}`)];

/** Blocks that are printed once for every row of a list. @param {string} list @param {...Block} blocks @returns {Blocks} */
export const each = (list, ...blocks) => when(list, ...blocks);

/** The name of the form, large and centred. @param {string} text */
export const titleLine = (text) => () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    children: [run(text, { size: SIZE.title, bold: true, head: true })],
  });

/** Agency and title. @param {string} [text] @returns {Blocks} */
export const head = (text = "{{formTitle}}") => [
  () =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 60 },
      children: [run("{{agencyName}}", { size: SIZE.agency, bold: true, head: true })],
    }),
  titleLine(text),
];

/** The line with the number, at the right. @param {string} [text] */
export const numberLine =
  (text = "编号：{{letterNumber}}") =>
  () =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { after: 120 },
      children: [run(text, { size: SIZE.cell })],
    });

/** Who signs: the seal's name, its place and the date. @returns {Blocks} */
export const seal = () => [
  () =>
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      indent: { right: 560 },
      spacing: { ...exact(LINE.body), before: 220 },
      children: [run("{{sealName}}")],
    }),
  () =>
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      indent: { right: 1120 },
      spacing: exact(LINE.small),
      children: [run("（印章）", { size: SIZE.small, grey: true })],
    }),
  () =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: 560 },
      spacing: exact(LINE.body),
      children: [run("{{issuedOn}}")],
    }),
];

/** Where to reach the agency, and under which document a designated department acts. @returns {Blocks} */
export const closingNotes = () => [
  note("机构地址及电话：{{agencyContact}}。{{#isDesignated}}{{designationText}}{{/isDesignated}}"),
];

/** Form, version and page at the foot of every page. */
export const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run("{{formTitle}}　模板 {{templateVersion}}　第 ", { size: SIZE.foot, grey: true }),
          new TextRun({ children: [PageNumber.CURRENT], size: SIZE.foot, font: BODY_FONT, color: "808080" }),
          run(" 页，共 ", { size: SIZE.foot, grey: true }),
          new TextRun({
            children: [PageNumber.TOTAL_PAGES],
            size: SIZE.foot,
            font: BODY_FONT,
            color: "808080",
          }),
          run(" 页", { size: SIZE.foot, grey: true }),
        ],
      }),
    ],
  });
