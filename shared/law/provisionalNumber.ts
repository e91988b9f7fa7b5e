import { PROVISIONAL_NUMBER } from "./letterChecks.ts";

/** How much of its feed id tells two desks of a bureau apart in a provisional number. */
const MARK_LENGTH = 6;

/** The number a desk gives when its block is empty: it names the desk, so that two desks never give the same (I18). */
export const provisionalNumber = ({
  feed,
  series,
  no,
}: {
  readonly feed: string;
  readonly series: string;
  readonly no: number;
}): string => `${PROVISIONAL_NUMBER}${feed.slice(0, MARK_LENGTH)}-${series}-${no}`;
