import { type Css, cssText } from "./docxStyle.ts";
import { attributeOf, childOf, elementsOf, numberOf, type XmlElement } from "./xml.ts";

const SIDES = ["top", "left", "bottom", "right"] as const;
type Side = (typeof SIDES)[number];
/** Eighths of a point per point. */
const EIGHTHS = 8;

const border = (edge: XmlElement | undefined): string | undefined => {
  const kind = attributeOf(edge);
  if (edge === undefined || kind === undefined) return undefined;
  if (kind === "nil" || kind === "none") return "none";
  return `${(numberOf(edge, "w:sz") ?? 4) / EIGHTHS}pt ${kind === "double" ? "double" : "solid"} #000`;
};

type Place = {
  readonly isFirstRow: boolean;
  readonly isLastRow: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** Outer edges take the table's own border, inner ones its inside border; a cell's own borders win. */
const cellBorders = (tblPr: XmlElement | undefined, tcPr: XmlElement | undefined, place: Place): Css => {
  const table = childOf(tblPr, "w:tblBorders");
  const outer: Readonly<Record<Side, boolean>> = {
    top: place.isFirstRow,
    bottom: place.isLastRow,
    left: place.isFirst,
    right: place.isLast,
  };
  const inside = (side: Side): string => (side === "left" || side === "right" ? "w:insideV" : "w:insideH");
  return Object.fromEntries(
    SIDES.flatMap((side) => {
      const own = border(childOf(childOf(tcPr, "w:tcBorders"), `w:${side}`));
      const text = own ?? border(childOf(table, outer[side] ? `w:${side}` : inside(side)));
      return text === undefined ? [] : [[`border-${side}`, text]];
    }),
  );
};

const padding = (tblPr: XmlElement | undefined, tcPr: XmlElement | undefined): Css =>
  Object.fromEntries(
    SIDES.map((side) => {
      const own = numberOf(childOf(childOf(tcPr, "w:tcMar"), `w:${side}`), "w:w");
      const of = own ?? numberOf(childOf(childOf(tblPr, "w:tblCellMar"), `w:${side}`), "w:w");
      return [`padding-${side}`, `${(of ?? (side === "left" || side === "right" ? 108 : 0)) / 20}pt`];
    }),
  );

const shade = (tcPr: XmlElement | undefined): Css => {
  const fill = attributeOf(childOf(tcPr, "w:shd"), "w:fill") ?? "";
  return /^[0-9a-fA-F]{6}$/.test(fill) ? { "background-color": `#${fill}` } : {};
};

type Cell = {
  readonly tc: XmlElement;
  readonly tcPr: XmlElement | undefined;
  readonly at: number;
  readonly span: number;
  readonly merge: "" | "starts" | "goes-on";
};

const cellsOf = (tr: XmlElement): readonly Cell[] => {
  let at = 0;
  return elementsOf(tr)
    .filter(({ name }) => name === "w:tc")
    .map((tc) => {
      const tcPr = childOf(tc, "w:tcPr");
      const vMerge = childOf(tcPr, "w:vMerge");
      const span = numberOf(childOf(tcPr, "w:gridSpan")) ?? 1;
      const cell: Cell = {
        tc,
        tcPr,
        at,
        span,
        merge: vMerge === undefined ? "" : attributeOf(vMerge) === "restart" ? "starts" : "goes-on",
      };
      at += span;
      return cell;
    });
};

/** How many rows a vertically merged cell covers. */
const rowsCovered = (rows: readonly (readonly Cell[])[], row: number, { at }: Cell): number => {
  let count = 1;
  while (rows[row + count]?.some((cell) => cell.at === at && cell.merge === "goes-on")) count += 1;
  return count;
};

const V_ALIGN: Readonly<Record<string, string>> = { center: "middle", bottom: "bottom" };

type Render = (block: XmlElement) => string;

const cellHtml = (
  tblPr: XmlElement | undefined,
  cell: Cell,
  rest: { readonly place: Place; readonly rows: number; readonly render: Render },
): string => {
  const { tc, tcPr, span } = cell;
  const css = {
    ...cellBorders(tblPr, tcPr, rest.place),
    ...padding(tblPr, tcPr),
    ...shade(tcPr),
    "vertical-align": V_ALIGN[attributeOf(childOf(tcPr, "w:vAlign")) ?? ""] ?? "top",
  };
  const spans = `${span > 1 ? ` colspan="${span}"` : ""}${rest.rows > 1 ? ` rowspan="${rest.rows}"` : ""}`;
  return `<td${spans} style="${cssText(css)}">${elementsOf(tc).map(rest.render).join("")}</td>`;
};

const rowHtml = (trPr: XmlElement | undefined, cells: string): string => {
  const height = numberOf(childOf(trPr, "w:trHeight"));
  const css = {
    ...(height !== undefined && { height: `${height / 20}pt` }),
    ...(childOf(trPr, "w:cantSplit") !== undefined && { "break-inside": "avoid" }),
  };
  return `<tr style="${cssText(css)}">${cells}</tr>`;
};

/** A table as HTML with the widths, borders, spans and heights that the document gives it. */
export const tableHtml = (tbl: XmlElement, render: Render): string => {
  const tblPr = childOf(tbl, "w:tblPr");
  const grid = elementsOf(childOf(tbl, "w:tblGrid") ?? { name: "", attributes: {}, children: [] });
  const widths = grid.map((column) => (numberOf(column, "w:w") ?? 0) / 20);
  const trs = elementsOf(tbl).filter(({ name }) => name === "w:tr");
  const rows = trs.map(cellsOf);
  const body = rows.map((cells, row) => {
    const html = cells
      .filter(({ merge }) => merge !== "goes-on")
      .map((cell) => {
        const covered = cell.merge === "starts" ? rowsCovered(rows, row, cell) : 1;
        const place = {
          isFirstRow: row === 0,
          isLastRow: row + covered === rows.length,
          isFirst: cell.at === 0,
          isLast: cell.at + cell.span === widths.length,
        };
        return cellHtml(tblPr, cell, { place, rows: covered, render });
      });
    return rowHtml(childOf(trs[row], "w:trPr"), html.join(""));
  });
  const isCentered = attributeOf(childOf(tblPr, "w:jc")) === "center";
  const total = widths.reduce((a, b) => a + b, 0);
  const css = { width: `${total}pt`, ...(isCentered && { margin: "0 auto" }) };
  const columns = widths.map((width) => `<col style="width:${width}pt">`).join("");
  return `<table style="${cssText(css)}"><colgroup>${columns}</colgroup><tbody>${body.join("")}</tbody></table>`;
};
