import { aCenter } from "../../../contract/center/aCenter.ts";
import { found, PASSWORD } from "../aCase.ts";
import { aDeskPage, type DeskPage, type Ground } from "../aDeskPage.ts";
import { type ToldWeeks, tellWeeks, type Weeks, type Wish } from "./weeks.ts";

/** Wishes handed to a page at once; keeps one call short. */
const CHUNK = 200;
/** Desks that are set up or write at the same time: a machine of ours has two cores. */
const AT_ONCE = 3;
const PAUSE_MS = 500;
const TRIES = 2400;

/** One bureau's desks, all enrolled and of one mind, before the line goes. */
export type Office = {
  readonly center: Awaited<ReturnType<typeof aCenter>>;
  readonly bureau: string;
  readonly desks: readonly DeskPage[];
  readonly told: ToldWeeks;
  readonly end: () => Promise<void>;
};

/** Does something for every item, few at a time, in their order. */
export const forEach = async <T>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<unknown>,
): Promise<void> => {
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

type Answer = { readonly ok: boolean; readonly refusal?: unknown };

/** Runs in the page: one wish after the other, as a person's hands would; a refusal is a mistake of the test. */
const doWishes = async (text: string): Promise<void> => {
  const wishes = JSON.parse(text) as readonly (readonly [string, ...unknown[]])[];
  const calls = window.bench as unknown as Record<string, (...all: readonly unknown[]) => Promise<Answer>>;
  for (const [call, ...input] of wishes) {
    const saved = (await calls[call]?.(...input)) ?? { ok: false };
    if (!saved.ok) throw new Error(`${call} ${JSON.stringify(input)}: ${JSON.stringify(saved.refusal)}`);
  }
};

/** A desk does all of this, each wish by its command. */
export const does = async (desk: DeskPage, wishes: readonly Wish[]): Promise<void> => {
  for (let at = 0; at < wishes.length; at += CHUNK)
    await desk.page().evaluate(doWishes, JSON.stringify(wishes.slice(at, at + CHUNK)));
};

/** Where a desk stands: two desks with nothing unsent and one text here have read the same book to the same line. */
const standing = async ({ call }: DeskPage): Promise<string> => {
  const [{ unsent }, { cursor }] = await Promise.all([call("figures"), call("meta")]);
  return unsent === 0 ? `${cursor.seq} ${cursor.chain}` : "";
};

/**
 * Waits until all desks have given away everything and read one book, which is the center's. Answers its state hash.
 * Fails with what a desk said last when there is no end.
 */
export const untilOne = async (
  { center, bureau }: Pick<Office, "center" | "bureau">,
  desks: readonly DeskPage[],
) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const all = new Set(await Promise.all(desks.map(standing)));
    if (all.size === 1 && !all.has("")) {
      const hashes = new Set(await Promise.all(desks.map(({ call }) => call("stateHash"))));
      const [hash] = hashes;
      if (hashes.size === 1 && hash === (await center.stateHash(bureau))) return hash;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await Promise.all(desks.map(({ call }) => call("askNow")));
  }
  const said = desks.map(async (desk) => [
    await standing(desk),
    await desk.call("lastReport"),
    await desk.call("troubles"),
  ]);
  throw new Error(`the desks are not of one mind: ${JSON.stringify(await Promise.all(said))}`);
};

const joined = async (ground: Ground, first: DeskPage, code: string): Promise<DeskPage> => {
  const desk = await aDeskPage(ground);
  const centerUrl = await first.call("centerUrl");
  await desk.call("join", { login: "liyl", password: PASSWORD, deskName: "又一工位", centerUrl, code });
  await desk.call("openDesk");
  const staffId = await desk.call("staffId");
  const facts = { name: "李玉兰", login: `liyl${staffId.slice(0, 8)}`, roles: ["CLERK"], isActive: true };
  const saved = await first.call("create", "staff", staffId, facts);
  if (!saved.ok) throw new Error(`a colleague was refused: ${saved.refusal.code}`);
  return desk;
};

/** Founds a bureau with its desks; every desk has the shared files, and none of them has a line any more. */
export const anOffice = async (ground: Ground, weeks: Weeks): Promise<Office> => {
  const told = tellWeeks(weeks);
  const center = await aCenter();
  const first = await aDeskPage(ground);
  await found(first);
  await does(first, told.shared);
  const bureau = await first.call("enrol", center.url, await center.issueCode());
  const others: DeskPage[] = [];
  await forEach(Array.from({ length: weeks.desks - 1 }), async () => {
    others.push(await joined(ground, first, await center.issueCode(bureau)));
  });
  const desks = [first, ...others];
  for (const { call } of desks) await call("sync");
  await untilOne({ center, bureau }, desks);
  for (const { call } of desks) await call("stopSync");
  const end = async (): Promise<void> => {
    await Promise.all(desks.map((desk) => desk.end()));
    await center.end();
  };
  return { center, bureau, desks, told, end };
};
