import type { Day } from "../../../shared/kernel/day.ts";
import { lawOf } from "../bureau.ts";
import type { Desk } from "../desk.ts";
import type { DeskLaw } from "../deskLaw.ts";
import { SILENCE } from "../project.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";
import { latest, type Page, recordById } from "./records.ts";

/** An aid file as lists show it. */
export type FileCard = Card<"aidFile">;

const LAST = "\uffff";

/** Files with something to be done, soonest first; within a day custody and minors first. `upTo` bounds the due day. */
export const dueFiles =
  ({ limit, upTo }: { readonly limit: number; readonly upTo?: Day }): Question<readonly FileCard[]> =>
  async (desk) => {
    const range = desk.db.records
      .where("[t+due]")
      .between(["aidFile", ""], ["aidFile", `${upTo ?? LAST}${LAST}`]);
    return cardsOf(desk, await range.limit(limit).toArray());
  };

/** Files that stand at one stage of one lane, soonest due first. */
export const filesByStage =
  ({
    lane,
    stage,
    limit,
  }: {
    readonly lane: string;
    readonly stage: string;
    readonly limit: number;
  }): Question<readonly FileCard[]> =>
  async (desk) =>
    cardsOf(
      desk,
      await desk.db.records.where("stages").startsWith(`aidFile/${lane}/${stage}/`).limit(limit).toArray(),
    );

/** Files on whose work log nothing was entered for too long by `today`, the longest silence first (a design rule). */
export const silentFiles =
  ({ today, limit }: { readonly today: Day; readonly limit: number }): Question<readonly FileCard[]> =>
  async (desk) => {
    const range = desk.db.records
      .where("stages")
      .between(`aidFile/${SILENCE}/`, `aidFile/${SILENCE}/${today}`, true, true);
    return cardsOf(desk, await range.limit(limit).toArray());
  };

/** Newest files first. */
export const latestFiles = (page: Page): Question<readonly FileCard[]> => latest("aidFile", page);

/** One file; null when there is none. */
export const fileById = (id: string): Question<FileCard | null> => recordById("aidFile", id);

/** 公检法来函: files that began with an organ's letter, newest first (《法律援助法》第36条). */
export const notices =
  ({ limit, before = LAST }: Page): Question<readonly FileCard[]> =>
  async (desk) => {
    const start = ["aidFile", "NOTIFICATION"];
    const range = desk.db.records
      .where("[t+kind+on]")
      .between([...start, ""], [...start, before], true, false);
    return cardsOf(desk, await range.reverse().limit(limit).toArray());
  };

/** The law on this desk: calendar and parameters, for `clocksOf(card.facts, …)`. */
export const lawScene = (): Question<DeskLaw> => lawOf;

/** How many records of kind `t` stand at each stage, as `lane/stage` → count. Counted over the index, opened never. */
export const stageCounts =
  (
    t: "aidFile" | "consultation",
    stages: readonly (readonly [lane: string, stage: string])[],
  ): Question<Readonly<Record<string, number>>> =>
  async ({ db }: Desk) => {
    const counts = await Promise.all(
      stages.map(([lane, stage]) => db.records.where("stages").startsWith(`${t}/${lane}/${stage}/`).count()),
    );
    return Object.fromEntries(stages.map(([lane, stage], index) => [`${lane}/${stage}`, counts[index] ?? 0]));
  };
