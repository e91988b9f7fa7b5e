import { aCenter } from "../../tests/contract/center/aCenter.ts";
import { found, PASSWORD } from "../../tests/faults/desk/aCase.ts";
import { aDeskPage, type DeskPage, type Ground } from "../../tests/faults/desk/aDeskPage.ts";
import { type Client, type Contestant, inChunks } from "./client.ts";
import { type CountingLine, countingLine } from "./countingLine.ts";
import type { CaseRecord, Edit } from "./page/engine.ts";

const LOOK_MS = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

/** Runs in the page: every record by the product's own command. */
const open = async (records: readonly CaseRecord[]): Promise<void> => {
  for (const { id, ...facts } of records) {
    const saved = await window.bench.create("aidFile", id, facts);
    if (!saved.ok) throw new Error(saved.refusal.code);
  }
};
const write = async (edits: readonly Edit[]): Promise<void> => {
  for (const { id, field, value } of edits) {
    const saved = await window.bench.record("aidFile", id, { [field]: value });
    if (!saved.ok) throw new Error(saved.refusal.code);
  }
};

const clientOn = (desk: DeskPage, { traffic, end }: CountingLine): Client => {
  let isLoaded = false;
  return {
    fill: (records) => inChunks(records, (chunk) => desk.page().evaluate(open, chunk)),
    // until the desk itself says that both sides have everything, as its status bar would
    sync: async () => {
      const since = Date.now();
      await desk.call("sync");
      for (;;) {
        // a first load builds a database beside this one; the app opens it when it is whole, and its records are there then
        if (!isLoaded && (await desk.call("lastReport"))?.loading?.stage === "ready") {
          isLoaded = true;
          await desk.call("reopen");
          return;
        }
        const { provenAt, unsent } = await desk.call("figures");
        if (provenAt > since && unsent === 0) break;
        await pause();
      }
      await desk.call("stopSync");
    },
    edit: (edits) => desk.page().evaluate(write, edits),
    // a field in dispute shows every value with who wrote it, on the record's page and on the page of conflicts
    shown: async (id) => JSON.stringify((await desk.call("card", "aidFile", id))?.view ?? {}),
    count: async () => (await desk.call("allRecords")).filter(({ t }) => t === "aidFile").length,
    traffic,
    end: async () => {
      await desk.end();
      end();
    },
  };
};

/** The product: its page, its host with the journal, its center on PostgreSQL. Who joins and which numbers are granted is over before anything is measured. */
export const ours = async (ground: Ground): Promise<Contestant> => {
  const center = await aCenter();
  let first: DeskPage | undefined;
  const client = async (): Promise<Client> => {
    const desk = await aDeskPage(ground);
    const line = await countingLine(center.url);
    if (first === undefined) {
      first = desk;
      await found(desk);
      await desk.call("enrol", line.url, await center.issueCode());
      const settled = clientOn(desk, line);
      await settled.sync();
      return settled;
    }
    const code = await center.issueCode(await first.call("bureauId"));
    await desk.call("join", {
      login: "liyl",
      password: PASSWORD,
      deskName: "二号工位",
      centerUrl: line.url,
      code,
    });
    await desk.call("openDesk");
    const facts = { name: "李玉兰", login: "liyl", roles: ["CLERK"], isActive: true };
    await first.call("create", "staff", await desk.call("staffId"), facts);
    return clientOn(desk, line);
  };
  return { name: "ours", client, end: center.end };
};
