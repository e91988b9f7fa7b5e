import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import { type HostCall, hostCallNames } from "../../../shared/host/contract.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { enter, type Visitor } from "../../contract/host/httpHost.ts";
import {
  answered,
  FOUNDER,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "../../contract/host/machines.ts";
import { ATTACKS, harmless, spoiled } from "../attacks.ts";

const HASH = "0".repeat(64);
const FEED = "0".repeat(24);
const HELLO = {
  proto: [1, 1],
  schema: 1,
  head: { n: 0, h: "" },
  cursor: { epoch: "", seq: 0, chain: "" },
  sparse: [],
  report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, rescue: 0 },
  clock: "2026-05-06T01:02:03.000Z",
};
/** One right input of every call that takes any; the others take nothing that could be spoiled. */
const INPUTS: Partial<Readonly<Record<HostCall, Json>>> = {
  "desk.setUp": { ...FOUNDER },
  "desk.join": {
    ...FOUNDER,
    centerUrl: "http://127.0.0.1:9",
    code: "ABCD-EFGH-JKLM",
    staffId: "staff-0000-0001",
  },
  "desk.joinByFile": { ...FOUNDER, data: "AAAA", code: "ABCD-EFGH-JKLM" },
  "user.signIn": { login: "nobody", password: "Tulip-meadow-42" },
  "user.add": { login: "liyl", password: "Tulip-meadow-43", staffId: "staff-0000-0001" },
  "user.changePassword": { login: "nobody", oldPassword: "Tulip-meadow-42", newPassword: "Tulip-meadow-44" },
  "user.recover": { login: FOUNDER.login, recoveryKey: "0000", newPassword: "Tulip-meadow-44" },
  "station.bind": { recoveryKey: "0000" },
  "journal.commit": wish() as unknown as Json,
  "journal.read": { after: 0, limit: 10, feed: FEED },
  "journal.note": { kind: "audit", body: "看过" },
  "journal.notes": { kind: "audit", limit: 10 },
  "journal.erase": { ops: [HASH], blobs: [HASH] },
  "blob.put": { data: "AAAA" },
  "blob.get": { id: HASH },
  "blob.missing": { ids: [HASH] },
  "scan.keep": { chunks: [HASH], id: HASH },
  "scan.list": { ids: [HASH] },
  "scan.confirm": { id: HASH, isAtCenter: true },
  "letter.pdf": { html: "<p>函</p>" },
  "file.save": { name: "letter.pdf", data: "AAAA" },
  "backup.part": { at: 0, data: "AAAA" },
  "backup.restore": { name: "desk.ladb", key: { recoveryKey: "0000" } },
  "center.enrol": { url: "http://127.0.0.1:9", code: "ABCD-EFGH-JKLM" },
  "center.move": { url: "http://127.0.0.1:9" },
  "bundle.enrol": { data: "AAAA", code: "ABCD-EFGH-JKLM" },
  "bundle.write": {
    hello: HELLO,
    numbers: [{ series: "决", year: 2026, count: 1 }],
    feeds: [{ feed: FEED, after: 0 }],
    scans: { send: [{ id: HASH, missing: [0] }], asks: [HASH], wanted: [{ id: HASH, chunks: [HASH] }] },
  },
  "bundle.setStick": { folder: "/nowhere" },
  "bundle.fetch": { name: "answer.ladb" },
  "bundle.part": { at: 0, data: "AAAA" },
  "bundle.read": { name: "answer.ladb" },
  "bundle.keep": { ids: [HASH] },
  "referral.write": { name: "0a1b2c3d-1", content: "{}", scans: [HASH] },
  "referral.open": { data: "AAAA", code: "ABCD-EFGH-JKLM" },
  "referral.keepScans": { data: "AAAA", code: "ABCD-EFGH-JKLM" },
};
const WITHOUT: ReadonlySet<HostCall> = new Set([
  "app.info",
  "user.lock",
  "user.list",
  "station.unbind",
  "journal.renew",
  "backup.write",
  "backup.list",
  "center.status",
  "bundle.stick",
]);

const place = newFolder();
const folder = join(place, "data");
let machine: Machine;
let serving: Serving;
let visitor: Visitor;
beforeAll(async () => {
  machine = await openMachine(folder);
  serving = answered(await serveDesk({ machine, pageFolder: join(place, "page"), port: 0 }));
  visitor = await enter(serving.entry());
  await setUp(visitor.host);
});
afterAll(async () => {
  await serving.close();
  await machine.close();
  removeFolder(place);
});

const call = async (
  name: string,
  input: Json,
): Promise<{ readonly status: number; readonly text: string }> => {
  const reply = await visitor.fetch(`/host/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return { status: reply.status, text: await reply.text() };
};
/** Names beside the data folder and above it: an attack that leaves it would show there. */
const outside = (): readonly string[] => [
  ...readdirSync(place),
  ...readdirSync(dirname(place)).filter((name) => /passwd|center-key|script|^x/.test(name)),
];

describe("F72: injection into the calls of a desk's host", () => {
  it("no call is forgotten", () => {
    expect(hostCallNames.filter((name) => !Object.hasOwn(INPUTS, name) && !WITHOUT.has(name))).toEqual([]);
  });

  it.each(Object.entries(INPUTS).map(([name, input]) => [name, input] as const))(
    "%s: every text of its input",
    async (name, input) => {
      const before = outside();
      answered(await signIn(visitor.host));
      const bodies = spoiled(input ?? null);
      for (const bad of bodies.length > 0 ? bodies : ATTACKS) {
        const { status, text } = await call(name, bad);
        harmless(status, text, `${name} ${JSON.stringify(bad)}`);
        const saved = (JSON.parse(text) as { value?: { path?: string } }).value?.path;
        // whatever a file is called, it lies in the one folder for exports, under a name that is no path
        if (saved !== undefined) expect(readdirSync(join(folder, "exports"))).toContain(basename(saved));
      }
      expect(outside()).toEqual(before);
      expect(answered(await visitor.host["app.info"]({}))).toMatchObject({ isSetUp: true, readOnly: "no" });
    },
  );

  it("names of calls, files, PDFs and paths to the center", async () => {
    for (const attack of [...ATTACKS, "..%2f..%2fvault.json", "%2e%2e/vault.json", "....//vault.json"]) {
      const raw = encodeURIComponent(attack);
      expect([attack, (await call(raw, {})).status]).toEqual([attack, 404]);
      for (const path of [
        `/${attack}`,
        `/${raw}`,
        `/assets/${attack}`,
        `/pdf/${raw}`,
        `/center/${raw}`,
        `/center/v1/${attack}`,
      ]) {
        const reply = await visitor.fetch(path.replaceAll(/[\r\n\u0000]/g, ""), {});
        const text = await reply.text();
        expect([path, reply.status < 500 || path.startsWith("/center/")]).toEqual([path, true]);
        expect(text).not.toMatch(/root:|PRIVATE KEY|installId/);
      }
    }
  });

  it("afterwards the desk works, and its journal holds only what was taken as text", async () => {
    answered(await signIn(visitor.host));
    const { n } = answered(await visitor.host["journal.commit"](wish("照常")));
    const { ops, headN } = answered(await visitor.host["journal.read"]({ after: 0, limit: 1000 }));
    expect([ops.length, headN]).toEqual([n, n]);
    expect(ops.at(-1)?.payload).toContain("照常");
  });
});
