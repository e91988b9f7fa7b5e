import { destructionList } from "../../../renderer/data/questions/destruction.ts";
import { viewAt } from "../../../renderer/data/recordStore.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import { keptOf } from "../../../shared/workflow/destruction.ts";
import { now } from "../machine/now.ts";
import { ARCHIVES, aMark, CASES } from "./archive.ts";
import { inPage, type Running, type SimulatedDesk } from "./desk.ts";
import { commitRaw } from "./people.ts";

/* Ops about old cases that no command of this version makes. */

type Purge = Extract<Mut, { k: "purge" }>;
const NEWER = 99;

const put = (t: string, id: string, f: string): Json => ({
  k: "put",
  t,
  id,
  f,
  old: null,
  new: aMark(),
  sup: [],
});

/**
 * Speaks of an old case and no fold takes it (F59); is by a newer version, which may know more facts (F57); or, seldom,
 * speaks of something that stays as well, so that nobody may destroy it.
 */
export const odd = async (_: SimulatedDesk, running: Running): Promise<unknown> => {
  const id = now.chance.pick(CASES);
  const said = { k: "put", t: "aidFile", id, f: "caseFacts", said: aMark() };
  const kind = now.chance.below(12);
  if (kind < 5) return commitRaw(running, [said], 1);
  if (kind < 10) return commitRaw(running, [put("aidFile", id, "laterFact")], NEWER);
  const stays = put("organ", "organ-0001", "name");
  return commitRaw(running, kind < 11 ? [said, stays] : [put("aidFile", id, "request"), stays], 1);
};

/** What a destruction may not be: each is judged by the book and must erase nothing. */
const WRONGS: Readonly<Record<string, (purges: readonly Purge[]) => readonly Purge[]>> = {
  "as it should be": (purges) => purges,
  "one op not named": (purges) => purges.map((mut) => ({ ...mut, ops: mut.ops.slice(1) })),
  "another record's ops named": (purges) => {
    const all = purges.flatMap(({ ops }) => ops);
    return purges.slice(0, 1).map((mut) => ({ ...mut, ops: all }));
  },
  "another entry": (purges) => purges.map((mut) => ({ ...mut, kept: { facts: {}, stages: { aid: "x" } } })),
  "another archive": (purges) =>
    purges.map((mut) => ({ ...mut, of: now.chance.pick(ARCHIVES.filter((id) => id !== mut.of)) })),
};

const purgesOf = (running: Running, archiveId: string): Promise<readonly Purge[] | "died"> =>
  inPage(running, async () => {
    const archive = await viewAt(running.desk, { t: "archiveFile", id: archiveId });
    const { records } = await destructionList(archive)(running.desk);
    return records.map(({ view, ops }) => ({
      k: "purge",
      t: view.t,
      id: view.id,
      of: archiveId,
      ops,
      kept: keptOf(view),
    }));
  });

/** Orders a destruction past the command that would refuse it: before it is approved, or otherwise than it may be. */
export const unlawful = async (_: SimulatedDesk, running: Running): Promise<unknown> => {
  const purges = await purgesOf(running, now.chance.pick(ARCHIVES));
  const wrong = WRONGS[now.chance.pick(Object.keys(WRONGS))];
  if (purges === "died" || purges.length === 0) return undefined;
  const muts = wrong?.(purges) as unknown as Json;
  return commitRaw(running, muts, now.chance.once(4) ? NEWER : 1);
};
