import { activeLine, type RecordState } from "../ops/state.ts";

const LANE = "application";
/** Where a file stands that was handed to the agency competent for it (法律援助法第三十八条). */
const GONE = "referred";
/** What is this agency's own of a file: its letters, their numbers and service, and who may read it here. */
const OWN: ReadonlySet<string> = new Set(["letters", "services", "confidants", "applicationNo", "caseNo"]);
const LETTER_NUMBER = "numberFZ";

/** Whether what stands in this field goes with the file: not this agency's own letters, numbers and confidants. */
export const isHanded = (f: string): boolean => !OWN.has(f) && !f.startsWith(LETTER_NUMBER);

type Written = { readonly seq: number };
const newer =
  (since: number) =>
  (list: readonly Written[]): boolean =>
    list.some(({ seq }) => seq > since);

/** The number under which the file went, or was last followed by a supplement; undefined while it is here. */
const goneAt = (state: RecordState): number | undefined => {
  const lane = Object.hasOwn(state.lanes, LANE) ? state.lanes[LANE] : undefined;
  const last = lane === undefined ? undefined : activeLine(lane).at(-1);
  return last?.to === GONE ? last.seq : undefined;
};

/**
 * What desks wrote on a file after it had gone to another agency, by the names of the fields: somebody was offline and
 * had not heard, or wrote at the same moment. Nothing of it is lost and nothing of it is at the other agency: it is a
 * task here, until a supplement follows the file (F80). In the order of the book, so every desk says the same.
 */
export const writtenAfterReferral = (state: RecordState): readonly string[] => {
  const since = goneAt(state);
  if (since === undefined) return [];
  const isNewer = newer(since);
  const cells = Object.entries(state.cells).filter(([, { heads }]) => isNewer(heads));
  const rows = Object.entries(state.rows).filter(([, { els }]) => isNewer(els));
  const logs = Object.entries(state.logs).filter(([, els]) => isNewer(els));
  return [...cells, ...rows, ...logs]
    .map(([f]) => f)
    .filter(isHanded)
    .sort();
};
