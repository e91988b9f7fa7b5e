import { headStage, stageLabel } from "../../shared/workflow/stages.ts";
import { useLabel } from "./language.tsx";

/** Colours mean the same everywhere: blue is at work, green is done, grey is over, orange waits for somebody else. */
const COLOURS: Readonly<Record<string, string>> = {
  granted: "green",
  served: "green",
  retained: "green",
  accepted: "green",
  replied: "green",
  regularised: "green",
  answered: "green",
  denied: "grey",
  withdrawn: "grey",
  withdrawnDeemed: "grey",
  referred: "grey",
  terminated: "grey",
  closed: "grey",
  withdrawnByOrgan: "grey",
  forwarded: "grey",
  converted: "grey",
  supplementing: "orange",
  proposed: "orange",
  returnedIncomplete: "orange",
  refused: "red",
  emergency: "red",
};

type Props = { readonly lane: string; readonly stage: string };

/** Where one procedure of a record stands. */
export const StageBadge = ({ lane, stage }: Props) => {
  const t = useLabel();
  return <span className={`lad-tag lad-tag-${COLOURS[stage] ?? "blue"}`}>{t(stageLabel(lane, stage))}</span>;
};

/** The one stage by which people call the record. */
export const HeadStageBadge = ({ stages }: { readonly stages: Readonly<Record<string, string>> }) => (
  <StageBadge {...headStage(stages)} />
);
