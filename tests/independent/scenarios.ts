import type { Scenario } from "./office.ts";
import { ADVERSARIAL } from "./scenarios/adversarial.ts";
import { CONFLICTS } from "./scenarios/conflicts.ts";
import { FUZZ } from "./scenarios/fuzz.ts";
import { RECOVERY } from "./scenarios/recovery.ts";
import { REPLICATION } from "./scenarios/replication.ts";
import { RESOLUTIONS } from "./scenarios/resolutions.ts";
import { ROWS } from "./scenarios/rows.ts";
import { VERSIONS } from "./scenarios/versions.ts";

/** Every scenario, in the order in which they are played. */
export const SCENARIOS: readonly Scenario[] = [
  ...CONFLICTS,
  ...ROWS,
  ...RESOLUTIONS,
  ...REPLICATION,
  ...RECOVERY,
  ...ADVERSARIAL,
  ...VERSIONS,
  ...FUZZ,
];
