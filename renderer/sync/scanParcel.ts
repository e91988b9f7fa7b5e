import { LISTED_MAX } from "../../shared/api/bundleApi.ts";
import type { HostInput } from "../../shared/host/contract.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import type { Desk, TakenBundle } from "../data/desk.ts";
import { type Carried, readMeta, writeMeta } from "../data/meta.ts";
import { tellScans } from "../data/scanRefs.ts";
import { keptOf, type ScanStandings, scanStandings } from "../data/scanStandings.ts";
import type { Answer } from "./fileCenter.ts";

/** Attachments that somebody at this desk waits for. */
export type Wanted = Set<string>;

type Scans = NonNullable<HostInput<"bundle.write">["scans"]>;

/** The version of bundles that carries attachments. */
const WITH_SCANS = 2;
/** Files that are remembered as not answered; of older ones an answer is news only by what it tells of the book. */
const OPEN_MAX = 50;

/** What only this desk has, oldest first; behind it what the center says no op names, so that nothing waits for that. */
const toSend = ({ onlyHere }: ScanStandings, { missing, unnamed }: Carried): Scans["send"] => {
  const last = new Set(unnamed);
  return [...onlyHere.filter(({ id }) => !last.has(id)), ...onlyHere.filter(({ id }) => last.has(id))]
    .slice(0, LISTED_MAX)
    .map(({ id }) => ({ id, ...(missing[id] !== undefined && { missing: [...missing[id]] }) }));
};

/** What is asked about again, file by file: a restored center may have lost what it once held. */
const toAsk = ({ atCenter }: ScanStandings, { askedTo }: Carried): Scans["asks"] => {
  const ids = atCenter.map(({ id }) => id).toSorted();
  const from = ids.findIndex((id) => id > askedTo);
  const turned = from < 0 ? ids : [...ids.slice(from), ...ids.slice(0, from)];
  return turned.slice(0, LISTED_MAX);
};

const toWant = (
  { atCenter, away }: ScanStandings,
  { begun }: Carried,
  wanted: ReadonlySet<string>,
): Scans["wanted"] => {
  // somebody waits for what lies here: a part of it was damaged, and it is fetched as if it did not
  const damaged = atCenter.filter(({ id }) => wanted.has(id));
  const chunksOf = new Map(damaged.map(({ id, chunks }) => [id, chunks]));
  const asked = [...wanted].filter((id) => away.includes(id) || chunksOf.has(id));
  return [...new Set([...asked, ...away])].slice(0, LISTED_MAX).map((id) => {
    const chunks = begun[id] ?? chunksOf.get(id);
    return { id, ...(chunks !== undefined && { chunks: [...chunks] }) };
  });
};

/** What a file carries and asks of attachments; nothing for a center that is not known to take them. */
export const scansFor = async (
  desk: Desk,
  centerKey: string,
  wanted: ReadonlySet<string>,
): Promise<{ readonly scans: Scans | undefined; readonly onlyHere: number }> => {
  const { carried } = await readMeta(desk.db);
  const standings = await scanStandings(desk);
  const onlyHere = standings.onlyHere.length;
  if (centerKey === "" || carried.key !== centerKey || carried.version < WITH_SCANS)
    return { scans: undefined, onlyHere };
  const scans = {
    send: toSend(standings, carried),
    asks: toAsk(standings, carried),
    wanted: toWant(standings, carried, wanted),
  };
  return { scans, onlyHere };
};

/** A file was written: its answer is news, and the next one asks on from here. */
export const noteWritten = async ({ db }: Desk, bundleId: string, askedTo?: string): Promise<void> => {
  const { carried } = await readMeta(db);
  const open = [...carried.open, bundleId].slice(-OPEN_MAX);
  await writeMeta(db, { carried: { ...carried, open, askedTo: askedTo ?? carried.askedTo } });
};

/** Notes at the host what the center said of what lies here; how many it is known to hold since. */
const confirm = async ({ host }: Desk, { held, wanted }: Answer): Promise<number> => {
  const isHeld = new Map([
    ...wanted.map(({ id }) => [id, false] as const),
    ...held.map((id) => [id, true] as const),
  ]);
  const kept = await keptOf({ host }, [...isHeld.keys()]);
  const changed = [...kept.values()].filter(({ id, isAtCenter }) => isAtCenter !== isHeld.get(id));
  for (const { id } of changed) await host["scan.confirm"]({ id, isAtCenter: isHeld.get(id) === true });
  return changed.filter(({ id }) => isHeld.get(id)).length;
};

const without = <T>(of: { readonly [id: string]: T }, ids: readonly string[]): { [id: string]: T } =>
  Object.fromEntries(Object.entries(of).filter(([id]) => !ids.includes(id)));

/** What is known after an answer: of attachments what it says, and that the files before the one it answers are overtaken. */
const after = (carried: Carried, answer: Answer, centerKey: string): Carried => {
  const { answers, bundle, held, wanted, unnamed } = answer;
  const told = [...held, ...wanted.map(({ id }) => id)];
  const lacking = wanted.flatMap(({ id, missing }) =>
    missing === undefined ? [] : [[id, missing] as const],
  );
  return {
    ...carried,
    key: centerKey,
    version: bundle,
    open: carried.open.slice(carried.open.indexOf(answers) + 1),
    missing: { ...without(carried.missing, told), ...Object.fromEntries(lacking) },
    unnamed: [...new Set([...carried.unnamed, ...unnamed])].filter((id) => !told.includes(id)),
  };
};

type Came = Pick<TakenBundle, "scansHeld" | "scansCame">;

/**
 * Takes what an answer brings and tells of attachments, after its pages: only what ops on this desk name now, or somebody
 * waits for. A disk without room refuses; the same answer may then be taken again.
 */
export const takeScans = async (
  desk: Desk,
  answer: Answer,
  { centerKey, wanted }: { readonly centerKey: string; readonly wanted: Wanted },
): Promise<Result<Came>> => {
  const { away, atCenter, onlyHere } = await scanStandings(desk);
  const named = new Set([...away, ...[...atCenter, ...onlyHere].map(({ id }) => id)]);
  const ids = answer.scans.filter((id) => named.has(id) || wanted.has(id));
  const kept = ids.length > 0 ? await desk.host["bundle.keep"]({ ids }) : done({ kept: [], begun: [] });
  if (!kept.ok) return kept;
  const scansHeld = await confirm(desk, answer);
  const { carried } = await readMeta(desk.db);
  const still = Object.entries(carried.begun).filter(
    ([id]) => away.includes(id) && !kept.value.kept.includes(id),
  );
  const more = kept.value.begun.map(({ id, chunks }) => [id, chunks] as const);
  const begun = Object.fromEntries([...still, ...more]);
  await writeMeta(desk.db, { carried: { ...after(carried, answer, centerKey), begun } });
  for (const id of kept.value.kept) wanted.delete(id);
  await tellScans(desk);
  return done({ scansHeld, scansCame: kept.value.kept.length });
};
