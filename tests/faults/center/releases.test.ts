import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrapForUser } from "../../../host/identity/envelopes.ts";
import { openKeys } from "../../../host/identity/keys.ts";
import { readVault } from "../../../host/identity/vault.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { aDesk, type TestDesk } from "../../contract/center/aDesk.ts";
import { answered, newFolder, openMachine, removeFolder } from "../../contract/host/machines.ts";
import {
  BACKUP,
  BUNDLE,
  DESK,
  digestsIn,
  type Frozen,
  frozenAt,
  PUSH,
  RELEASES,
  releases,
  viewsHash,
} from "../../fixtures/release.ts";
import { aSafe, type Safe } from "./aSafe.ts";
import { foldBook } from "./foldBook.ts";

const folder = newFolder();
const data = aFolder();
let safe: Safe;
beforeAll(async () => {
  safe = await aSafe();
});
afterAll(async () => {
  await safe?.end();
  data.remove();
  removeFolder(folder);
});

/** The desk of a release as a wire: the key that its vault holds, and the messages of docs/protocol.md. */
const deskOf = async (url: string, { login, password, bureau, feed }: Frozen): Promise<TestDesk> => {
  const vault = readVault(folder);
  const user = vault?.users.find((each) => each.login === login);
  if (vault === undefined || user === undefined) throw new Error("the frozen desk has no such user");
  const keys = openKeys(vault, Buffer.from((await unwrapForUser(vault, user, password)) ?? []));
  return aDesk(url, bureau, vault.deskName, { feed, privateKey: keys.device });
};

it("there is a frozen release, and nobody has touched one", () => {
  expect(releases().length).toBeGreaterThan(0);
  for (const release of releases())
    expect(digestsIn(join(RELEASES, release))).toEqual(frozenAt(release).files);
});

describe.each(releases())("F56, I28: what release %s has left behind", (release) => {
  const frozen = frozenAt(release);
  const at = (name: string): string => join(RELEASES, release, name);

  it("F56: its data folder opens, every op is read, and the records say what they said", async () => {
    cpSync(at(DESK), folder, { recursive: true });
    const machine = await openMachine(folder);
    const { login, password } = frozen;
    const session = answered(await machine.host["user.signIn"]({ login, password }));
    expect([session.bureau, session.feed]).toEqual([frozen.bureau, frozen.feed]);
    const ops: Op[] = [];
    while (ops.length < frozen.opCount) {
      const page = answered(await machine.host["journal.read"]({ after: ops.length, limit: 500 }));
      expect(page.headN).toBe(frozen.opCount);
      ops.push(...page.ops);
    }
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("no");
    expect(viewsHash(ops)).toBe(frozen.viewsHash);
    await machine.close();
  });

  it("F56: the province's book comes back from its backup to the recorded state hash, and its desk goes on by line and by stick", async () => {
    await safe.restore(at(BACKUP), data.path, frozen.identity as never);
    const center = await safe.start(data.path, []);
    const desk = await deskOf(center.url, frozen);
    await desk.signIn();
    const first = await desk.hello();
    const old = (await desk.pull(0, first.epoch)).ops.slice(0, frozen.book.seq);
    expect(foldBook(old).hash).toBe(frozen.book.stateHash);
    // the only desk has nothing to bring back: the restored book goes on
    const cursor = { epoch: first.epoch, seq: first.head.seq, chain: first.head.chain };
    expect((await desk.hello({ cursor })).recovering).toBe(false);
    const pushed = await desk.pushBytes(new Uint8Array(readFileSync(at(PUSH))), {});
    const { results } = pushed.body as { results: readonly { s: string; verdict: string }[] };
    expect(results).toHaveLength(frozen.pushCount);
    expect(results.filter(({ s, verdict }) => s !== "ok" || verdict !== "ok")).toEqual([]);
    const carried = await center.importBundle(readFileSync(at(BUNDLE)));
    const newCount = frozen.opCount - frozen.bookedCount - frozen.pushCount;
    expect(carried).toMatchObject({ ok: true, value: { is: "answered", newCount } });
    const last = await desk.hello();
    const { ops } = await desk.pull(0, last.epoch, last.head.seq);
    expect(ops.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(viewsHash(ops)).toBe(frozen.viewsHash);
    expect(foldBook(ops).hash).toBe(await center.stateHash(frozen.bureau));
    // folded record by record, too, nothing is found to be another
    expect(await center.recount()).toBe(0);
  });
});
