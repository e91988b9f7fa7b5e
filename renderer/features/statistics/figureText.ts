import type { Unit } from "../../../shared/statistics/indicator.ts";
import { cellText, type ReportCell } from "../../print/report.ts";

const FEN_PER_YUAN = 100;
const FRACTIONS: ReadonlySet<Unit> = new Set(["percent", "quotient", "fen"]);

/** A figure as a cell: money in yuan, averages with their fraction, what cannot be said empty. */
export const figureCell = (value: number | null, unit: Unit): ReportCell => {
  if (value === null) return null;
  if (unit === "fen") return { value: value / FEN_PER_YUAN, decimals: 2 };
  return { value, decimals: FRACTIONS.has(unit) || !Number.isInteger(value) ? 2 : 0 };
};

/** A figure as text. */
export const figureText = (value: number | null, unit: Unit): string => cellText(figureCell(value, unit));
