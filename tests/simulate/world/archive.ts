import type { Wish } from "../../../renderer/data/perform.ts";
import type { Command } from "../../../shared/commands/command.ts";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { instantOfMs } from "../../../shared/kernel/instant.ts";
import { randomBytes } from "../machine/nodeCrypto.ts";
import { now } from "../machine/now.ts";
import { type Running, type SimulatedDesk, switchOn, syncTurn } from "./desk.ts";
import { act, type Facts, type Known } from "./people.ts";
import type { Bureau, World } from "./world.ts";

/* The archive of a bureau on the first morning: two old cases, kept longer than their years, one of them to be destroyed. */

/** The case a consultation is converted into is one of these (people.ts). */
export const CASES = ["file-a-0001", "file-b-0001"] as const;
/** The archived file of a case. */
export const archiveOf = (fileId: string): string => fileId.replace("file", "archive");
export const ARCHIVES: readonly string[] = CASES.map(archiveOf);
const PAPER = "visit-a-0001";
/** What everybody here knows of on the first morning. */
export const OLD_RECORDS: readonly Known[] = [
  ...CASES.map((id) => ({ t: "aidFile", id }) as const),
  { t: "consultation", id: PAPER },
];

/** A text that nobody else ever writes: where it lies, there its op's content lies. */
export const aMark = (): string => `密${randomBytes(6).toString("hex")}`;
/** Every mark in a text. */
export const marksIn = (text: string): readonly string[] => [...new Set(text.match(/密[0-9a-f]{12}/g) ?? [])];

/** The years of the schedule are over for everybody, even where a clock is ten years behind. */
const filed = (fileId: string): Facts => ({
  archiveNo: `2001-FY-${fileId}`,
  fileId,
  year: 2001,
  category: "CIVIL_LIT",
  retentionYears: 10,
  retentionDocNo: "兰档〔2001〕1号",
  volumes: 1,
  pages: 30,
  closedOn: "2001-05-06",
  location: "甲柜一层",
});
const APPRAISED: Facts = { appraisedOn: "2012-06-01", appraisal: "无继续保存价值" };
const APPROVED: Facts = {
  destroyedOn: "2012-09-01",
  destroyDocNo: "兰销〔2012〕1号",
  destroySupervisors: "某甲、某乙",
};

/** A person approves what was appraised by another (《档案法实施条例》第24条). */
export const approve = (desk: SimulatedDesk, running: Running, archiveId: string) =>
  act(desk, running, {
    command: takeStep,
    wish: { t: "archiveFile", id: archiveId, input: { step: "destroyArchive", facts: APPROVED } },
  });

type Deed = { readonly command: Command<never>; readonly wish: Wish<unknown> };
const opening = (t: Known["t"], id: string, facts: { readonly [f: string]: Json }): Deed => ({
  command: openRecord as never,
  wish: { t, id, input: { facts } },
});
const taking = (t: Known["t"], id: string, step: string, facts: Facts): Deed => ({
  command: takeStep as never,
  wish: { t, id, input: { step, facts } },
});

const must = async (desk: SimulatedDesk, running: Running, { command, wish }: Deed): Promise<void> => {
  const done = await act(desk, running, { command, wish: wish as never });
  if (done === "died" || !done.ok) throw new Error(`the archive was refused: ${JSON.stringify(done)}`);
};

const evenly = async (world: World, { desks }: Bureau): Promise<void> => {
  for (const desk of desks) {
    const on = desk.running ?? (await switchOn(world, desk));
    for (let turns = 0; turns < 12 && on !== "died"; turns += 1)
      if (((await syncTurn(desk, on)) as { do?: string }).do === "wait") break;
  }
};

/** The first desk files two cases and has them appraised; the second approves that one of them is destroyed. */
export const fileArchives = async (world: World, bureau: Bureau): Promise<void> => {
  const [first, second] = bureau.desks;
  if (first?.running === undefined || second?.running === undefined) return;
  const by = first.running;
  for (const id of CASES) {
    await must(first, by, opening("aidFile", id, { personName: aMark(), caseFacts: aMark() }));
    await must(first, by, opening("archiveFile", archiveOf(id), filed(id)));
    await must(first, by, taking("archiveFile", archiveOf(id), "fileArchive", {}));
    await must(first, by, taking("archiveFile", archiveOf(id), "appraiseArchive", APPRAISED));
  }
  const asked = { askedAt: instantOfMs(now.trueMs), channel: "WINDOW", gist: aMark() };
  await must(first, by, opening("consultation", PAPER, asked));
  await must(first, by, taking("consultation", PAPER, "convert", { fileId: CASES[0] }));
  await evenly(world, bureau);
  await evenly(world, bureau);
  const approved = await approve(second, second.running, archiveOf(CASES[0]));
  if (approved === "died" || !approved.ok) throw new Error(`refused: ${JSON.stringify(approved)}`);
  await evenly(world, bureau);
  await evenly(world, bureau);
};
