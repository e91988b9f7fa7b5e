/** How far a case has come. Each includes what goes before it. */
export type Until =
  | "draft"
  | "received"
  | "supplementing"
  | "proposed"
  | "granted"
  | "denied"
  | "assigned"
  | "retained"
  | "withdrawn"
  | "emergency"
  | "noticeReceived"
  | "noticeAssigned"
  | "noticeReplied";

/** One sample case: its plot, how many days ago it began, how far it came, and what it took along the way. */
export type CaseRow = { readonly plot: string; readonly daysAgo: number; readonly until: Until };

/** About thirty cases in all stages, some of them late, so that the dashboard has something to say. */
// biome-ignore format: a table is read by columns
export const CASE_ROWS: readonly CaseRow[] = [
  { plot: "wages",       daysAgo: 0,  until: "draft" },
  { plot: "maintenance", daysAgo: 0,  until: "received" },
  { plot: "violence",    daysAgo: 1,  until: "emergency" },
  { plot: "traffic",     daysAgo: 2,  until: "supplementing" },
  { plot: "wages",       daysAgo: 3,  until: "received" },
  { plot: "injury",      daysAgo: 4,  until: "proposed" },
  { plot: "pension",     daysAgo: 5,  until: "proposed" },
  { plot: "accused",     daysAgo: 3,  until: "granted" },
  { plot: "loan",        daysAgo: 6,  until: "proposed" },
  { plot: "wages",       daysAgo: 6,  until: "granted" },
  { plot: "maintenance", daysAgo: 8,  until: "received" },
  { plot: "traffic",     daysAgo: 9,  until: "assigned" },
  { plot: "wages",       daysAgo: 12, until: "retained" },
  { plot: "injury",      daysAgo: 14, until: "retained" },
  { plot: "loan",        daysAgo: 15, until: "denied" },
  { plot: "pension",     daysAgo: 16, until: "assigned" },
  { plot: "maintenance", daysAgo: 18, until: "retained" },
  { plot: "wages",       daysAgo: 21, until: "withdrawn" },
  { plot: "violence",    daysAgo: 24, until: "retained" },
  { plot: "accused",     daysAgo: 26, until: "assigned" },
  { plot: "wages",       daysAgo: 30, until: "retained" },
  { plot: "traffic",     daysAgo: 33, until: "retained" },
  { plot: "loan",        daysAgo: 36, until: "denied" },
  { plot: "injury",      daysAgo: 40, until: "retained" },
  { plot: "minor",       daysAgo: 1,  until: "noticeReceived" },
  { plot: "trial",       daysAgo: 2,  until: "noticeReceived" },
  { plot: "lifeOrDeath", daysAgo: 2,  until: "noticeAssigned" },
  { plot: "deaf",        daysAgo: 5,  until: "noticeReplied" },
  { plot: "minor",       daysAgo: 13, until: "noticeReplied" },
  { plot: "trial",       daysAgo: 19, until: "noticeReplied" },
];
