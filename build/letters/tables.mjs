/** The bordered tables of the forms. Cells take text with slots; a line that begins with ＞ stands at the right. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { LINE, run, SIZE, WIDTH } from "./parts.mjs";

/** @typedef {{ text: string, span?: number, rows?: number, label?: boolean, align?: "left" | "center" | "right", bold?: boolean }} Cell */

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
const BORDERS = {
  top: EDGE,
  bottom: EDGE,
  left: EDGE,
  right: EDGE,
  insideHorizontal: EDGE,
  insideVertical: EDGE,
};
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** A label cell. @param {string} text @param {Partial<Cell>} [more] @returns {Cell} */
export const label = (text, more = {}) => ({ text, label: true, align: "center", ...more });
/** A value cell. @param {string} text @param {Partial<Cell>} [more] @returns {Cell} */
export const value = (text, more = {}) => ({ text, ...more });

/** One paragraph for each line of the text. @param {Cell} cell */
const cellParagraphs = ({ text, label: isLabel = false, align = "left", bold = false }) =>
  text.split("\n").map((part) => {
    const isSign = part.startsWith("＞");
    return new Paragraph({
      alignment: isSign ? AlignmentType.RIGHT : ALIGN[align],
      spacing: { line: LINE.cell, lineRule: LineRuleType.AT_LEAST },
      children: [run(isSign ? part.slice(1) : part, { size: SIZE.cell, head: isLabel, bold })],
    });
  });

/** @param {Cell} cell @param {number} width */
const tableCell = (cell, width) =>
  new TableCell({
    children: cellParagraphs(cell),
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    ...(cell.span && { columnSpan: cell.span }),
    ...(cell.rows && { rowSpan: cell.rows }),
  });

/**
 * A bordered table. `widths` are shares of the text width; a row is its cells, or its cells and a least height.
 * @param {number[]} shares
 * @param {(Cell[] | { cells: Cell[], height: number })[]} rows
 */
export const table = (shares, rows) => () => {
  const total = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / total));
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    alignment: AlignmentType.CENTER,
    rows: rows.map((row) => {
      const { cells, height } = Array.isArray(row) ? { cells: row, height: 500 } : row;
      let at = 0;
      return new TableRow({
        cantSplit: height < 1500,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: cells.map((cell) => {
          const covered = widths.slice(at, at + (cell.span ?? 1));
          at += cell.span ?? 1;
          return tableCell(
            cell,
            covered.reduce((a, b) => a + b, 0),
          );
        }),
      });
    }),
  });
};

/** The cells of a row that repeats for a list. @param {string} list @param {Cell[]} cells @returns {Cell[]} */
export const rowOf = (list, cells) =>
  cells.map((cell, at) => ({
    ...cell,
    text: `${at === 0 ? `{{#${list}}}` : ""}${cell.text}${at === cells.length - 1 ? `{{/${list}}}` : ""}`,
  }));
