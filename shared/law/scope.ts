import type { AidFacts } from "../dictionary/aidFile.ts";
import type { CodeOf } from "../dictionary/codeList.ts";
import type { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import type { LIMITATION_PERIODS } from "../dictionary/codes/limitationPeriods.ts";
import type { MEANS_TEST_EXEMPTIONS } from "../dictionary/codes/meansTestExemptions.ts";
import type { MEANS_TEST_TRACKS } from "../dictionary/codes/meansTestTracks.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

export type Matter = CodeOf<typeof CASE_MATTERS>;
export type Track = CodeOf<typeof MEANS_TEST_TRACKS>;
export type Exemption = CodeOf<typeof MEANS_TEST_EXEMPTIONS>;
type Limitation = CodeOf<typeof LIMITATION_PERIODS>;

type MatterRule = {
  readonly tracks: readonly Track[];
  readonly source: Source;
  /** Which limitation period usually governs the claim; a person enters the day itself. */
  readonly limitation?: Limitation;
  /** Criminal matters: near relatives are those of 刑诉法第一百零八条, and they may apply (LAL 24, 29). */
  readonly isCriminal?: true;
};

const MEANS: readonly Track[] = ["T1_VERIFY", "T2_PLEDGE", "T3_EXEMPT42"];
const FREE: readonly Track[] = ["T4_NO_COND32"];
const NOTIFIED: readonly Track[] = ["T5_NOTIFIED"];

/** For each matter in scope: on which tracks it can be granted, and by which provision (法律援助法第二十四至三十三条). */
// biome-ignore format: a table is read by columns
export const MATTER_RULES: Readonly<Record<Matter, MatterRule>> = {
  M31_1:  { tracks: MEANS, source: law("LAL", 31, 0, 1), limitation: "LP_STATECOMP" },
  M31_2:  { tracks: MEANS, source: law("LAL", 31, 0, 2), limitation: "LP_ADMIN" },
  M31_3:  { tracks: MEANS, source: law("LAL", 31, 0, 3), limitation: "LP_ADMIN" },
  M31_4:  { tracks: MEANS, source: law("LAL", 31, 0, 4) },
  M31_5A: { tracks: MEANS, source: law("LAL", 31, 0, 5), limitation: "LP_LABOUR" },
  M31_5B: { tracks: MEANS, source: law("LAL", 31, 0, 5), limitation: "LP_LABOUR" },
  M31_6:  { tracks: MEANS, source: law("LAL", 31, 0, 6) },
  M31_7A: { tracks: MEANS, source: law("LAL", 31, 0, 7), limitation: "LP_CIVIL" },
  M31_7B: { tracks: MEANS, source: law("LAL", 31, 0, 7), limitation: "LP_CIVIL" },
  M31_7C: { tracks: MEANS, source: law("LAL", 31, 0, 7), limitation: "LP_CIVIL" },
  M31_7D: { tracks: MEANS, source: law("LAL", 31, 0, 7), limitation: "LP_CIVIL" },
  M31_8:  { tracks: MEANS, source: law("LAL", 31, 0, 8), limitation: "LP_CIVIL" },
  M31_9:  { tracks: MEANS, source: law("LAL", 31, 0, 9) },
  M24:    { tracks: [...MEANS, "T6_OTHERREASON"], source: law("LAL", 24), isCriminal: true },
  M25_1:  { tracks: NOTIFIED, source: law("LAL", 25, 1), isCriminal: true },
  M25_2:  { tracks: NOTIFIED, source: law("LAL", 25, 2), isCriminal: true },
  M28:    { tracks: NOTIFIED, source: law("LAL", 28), isCriminal: true },
  M29_V:  { tracks: MEANS, source: law("LAL", 29), isCriminal: true },
  M29_P:  { tracks: MEANS, source: law("LAL", 29), isCriminal: true },
  M29_C:  { tracks: MEANS, source: law("LAL", 29), isCriminal: true },
  M33:    { tracks: MEANS, source: law("LAL", 33), limitation: "LP_RETRIAL" },
  M32_1:  { tracks: FREE, source: law("LAL", 32, 0, 1) },
  M32_2:  { tracks: FREE, source: law("LAL", 32, 0, 2), limitation: "LP_CIVIL" },
  M32_3:  { tracks: FREE, source: law("LAL", 32, 0, 3), limitation: "LP_STATECOMP" },
  M32_4:  { tracks: FREE, source: law("LAL", 32, 0, 4) },
  M32_5:  { tracks: FREE, source: law("LAL", 32, 0, 5) },
  M_AR:   { tracks: MEANS, source: law("ARL", 18), limitation: "LP_AR" },
};

/** Exemptions that hold for one matter only (法律援助法第四十二条第三项, rule V07). */
export const EXEMPTION_MATTERS: Readonly<Partial<Record<Exemption, Matter>>> = {
  X42_3A: "M31_5B",
  X42_3B: "M31_7A",
};

/** True when means may never be a reason to refuse in this matter (V08: 法律援助法第二十五、二十八、三十二条). */
export const isWithoutMeansTest = (matter: Matter): boolean =>
  MATTER_RULES[matter].tracks.every((track) => track === "T4_NO_COND32" || track === "T5_NOTIFIED");

/** True for a file of a criminal case: by an organ's letter, a criminal matter, or criminal defence or agency. */
export const isCriminalCase = ({
  origin,
  matter,
  aidForm,
}: Pick<AidFacts, "origin" | "matter" | "aidForm">): boolean =>
  origin === "NOTIFICATION" ||
  aidForm === "CRIM_DEFENCE" ||
  aidForm === "CRIM_AGENCY" ||
  (matter !== undefined && MATTER_RULES[matter].isCriminal === true);
