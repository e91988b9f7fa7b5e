import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import { receiveReferral } from "../../../shared/commands/receiveReferral.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Host } from "../../../shared/host/contract.ts";
import { writtenAfterReferral } from "../../../shared/workflow/afterReferral.ts";
import {
  fileOfTransfer,
  newFacts,
  openSupplement,
  parcelsOf,
  type Referral,
  readReferral,
  referralIn,
  referralText,
  transferIdOf,
} from "../../../shared/workflow/referral.ts";
import type { BooklessDesk, Commit } from "../../builders/aBooklessDesk.ts";
import { referredOn } from "../../builders/aBooklessDesk.ts";
import { answered, away, built, codeOf, FILE, home, received } from "../../builders/aReferral.ts";
import { newFolder, openMachine, removeFolder, setUp, signIn } from "../../contract/host/machines.ts";

const folders: string[] = [];
const machines = new Map<string, Machine>();

/** One bureau: its machine, and what its desk made of every op that the machine's journal has. */
type Bureau = { readonly host: () => Host; readonly desk: BooklessDesk; readonly id: string };

const founded = async (make: (commit: Commit) => BooklessDesk): Promise<Bureau & { folder: string }> => {
  const folder = newFolder();
  folders.push(folder);
  machines.set(folder, await openMachine(folder));
  const host = (): Host => (machines.get(folder) as Machine).host;
  const session = (await setUp(host())).session;
  const commit: Commit = async (payload) => {
    const wish = {
      intent: "aidFile.record",
      payload,
      schema: 1,
      minReader: 1,
      seen: { epoch: "", seq: 0, head: "" },
    };
    return answered(await host()["journal.commit"](wish)).op.h;
  };
  return { host, desk: make(commit), id: session.bureau, folder };
};
const restarted = async (folder: string): Promise<void> => {
  await machines.get(folder)?.close();
  machines.set(folder, await openMachine(folder));
  answered(await signIn((machines.get(folder) as Machine).host));
};
afterAll(async () => {
  for (const machine of machines.values()) await machine.close();
  for (const folder of folders) removeFolder(folder);
});

const AT = { t: "aidFile", id: FILE } as const;
type Sent = { readonly data: string; readonly code: string };

const sent = async ({ host, desk, id }: Bureau): Promise<Sent> => {
  const content = answered(built(desk, { id, name: "甲县法律援助中心" }));
  const name = `0a1b2c3d-${content.counter}`;
  const written = answered(
    await host()["referral.write"]({ name, content: referralText(content), scans: [] }),
  );
  return { data: readFileSync(written.path).toString("base64"), code: written.code };
};

/** Opens a file that lies before the desk: deriving the key of its code takes time, so each file is opened once. */
const opens = async ({ host }: Bureau, file: Sent) => {
  const { content, sha256: hash, from } = answered(await host()["referral.open"](file));
  return { referral: answered(readReferral(content)), hash, key: from.key };
};
const takes = async ({ desk }: Bureau, { referral, ...proof }: Awaited<ReturnType<typeof opens>>) => {
  const view = desk.view("aidFile", fileOfTransfer(referral.transferId));
  const at = { t: "transfer", id: referral.transferId };
  return codeOf(await desk.perform(receiveReferral, at, received(referral, { ...proof, file: view })));
};

it("F80: a case moves between two bureaus that share no center while both write: nothing is lost, nothing doubled", async () => {
  const [one, two] = [await founded(home), await founded((commit) => away("乙一", commit))];
  await referredOn(one.desk, FILE);
  const transfer = { t: "transfer", id: transferIdOf(one.id, FILE) } as const;
  const fileId = fileOfTransfer(transfer.id);
  const first = await sent(one);

  // a cut file gets nothing; the machine of the receiver goes down before it has received, and comes back
  const cut = { ...first, data: first.data.slice(0, -8) };
  expect(codeOf(await two.host()["referral.open"](cut))).toBe("referral-damaged");
  const opened = await opens(two, first);
  await restarted(two.folder);
  expect(two.desk.ops).toEqual([]);

  // received once, however often it is tried
  expect(await takes(two, opened)).toBe("ok");
  expect(await takes(two, opened)).toBe("referral-taken");
  expect(two.desk.ops).toHaveLength(1);
  expect(two.desk.view("aidFile", fileId).facts).toMatchObject({ personName: "甲某", phone: "13800001234" });

  // both go on: the receiver corrects, a desk of the sender that had not heard writes as well
  answered(
    await two.desk.perform(recordFacts, { t: "aidFile", id: fileId }, { facts: { phone: "13900000000" } }),
  );
  answered(await one.desk.perform(recordFacts, AT, { facts: { residence: "甲路1号" } }));
  expect(writtenAfterReferral(one.desk.state(AT.t, AT.id))).toEqual(["residence"]);
  expect(codeOf(built(one.desk, { id: one.id, name: "甲县" }))).toBe("referral-late");

  // a supplement follows: the task at the sender ends, one at the receiver begins, and nothing there changed by itself
  answered(
    await one.desk.perform(takeStep, AT, { step: "forwardSupplement", facts: { forwardedWhat: "现住址" } }),
  );
  expect(writtenAfterReferral(one.desk.state(AT.t, AT.id))).toEqual([]);
  const before = two.desk.view("aidFile", fileId);
  const later = await opens(two, await sent(one));
  expect(await takes(two, later)).toBe("ok");
  expect(two.desk.view("aidFile", fileId)).toEqual(before);
  const { facts } = two.desk.view("transfer", transfer.id);
  const [came, more] = parcelsOf(facts).map((parcel) => referralIn(facts, parcel));
  expect(openSupplement(facts)).toMatchObject({ counter: 2, what: "现住址" });
  expect(newFacts(came as Referral, more as Referral)).toContainEqual({
    f: "residence",
    before: null,
    now: "甲路1号",
  });
  expect(more?.history.length).toBe((came?.history.length ?? 0) + 2);

  // the first file, found again in a drawer, and the second once more: refused, and nothing is there twice
  for (const file of [opened, later]) expect(await takes(two, file)).toBe("referral-taken");
  expect(parcelsOf(two.desk.view("transfer", transfer.id).facts)).toHaveLength(2);
  expect(two.desk.ops).toHaveLength(3);
  answered(await two.desk.perform(recordFacts, transfer, { facts: { parcelReviewed: 2 } }));
  expect(openSupplement(two.desk.view("transfer", transfer.id).facts)).toBeUndefined();
}, 120_000);
