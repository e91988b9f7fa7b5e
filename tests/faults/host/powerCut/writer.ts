import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createHost, type Machine } from "../../../../host/machine.ts";
import { answered, FOUNDER, paperPrinter, setUp, signIn, wish } from "../../../contract/host/machines.ts";
import { diskNotes } from "./diskNotes.ts";
import { NEXT_PASSWORD, SIZES } from "./told.ts";
import { watchDisk } from "./watchDisk.ts";

/*
 * A working day of a real host, traced: `node writer.ts ROOT TRACE PART`. What a person is told is noted at the moment
 * they are told. The parts are processes of their own, one after another on the same folder.
 */
const [root = "", tracePath = "", part = ""] = process.argv.slice(2);
const notes = diskNotes(root, tracePath);
await watchDisk(notes);

const open = async (name: string): Promise<Machine> =>
  answered(
    await createHost({
      folder: join(root, name),
      version: "0.1.0-test",
      shell: "browser",
      printer: paperPrinter,
      minFreeBytes: 0,
      sizes: SIZES,
    }),
  );
const commit = async ({ host }: Machine, reason: string): Promise<void> => {
  const { n, op } = answered(await host["journal.commit"](wish(reason)));
  notes.said(`op ${n} ${op.h}`);
};
const note = async ({ host }: Machine, body: string): Promise<void> => {
  answered(await host["journal.note"]({ kind: "receipt", body }));
  notes.said(`note ${body}`);
};

const readAll = async ({ host }: Machine): Promise<void> => {
  const { ops } = answered(await host["journal.read"]({ after: 0, limit: 1000 }));
  for (const [at, { h }] of ops.entries()) notes.said(`op ${at + 1} ${h}`);
};

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  /** A first day: set up, alone and several at once, over the end of a segment; killed between a write and its sync. */
  first: async () => {
    const machine = await open("desk");
    await setUp(machine.host);
    notes.said("set up");
    for (let at = 0; at < 6; at += 1) await commit(machine, "字".repeat(at * 60));
    await note(machine, "one");
    await Promise.all([0, 1, 2, 3].map((at) => commit(machine, `at once ${at} ${"字".repeat(300)}`)));
    await note(machine, "two");
    notes.dieAtNextSync();
    await commit(machine, "never answered");
  },
  /** What lies in the journal is shown again, the password changes, and a backup is written. */
  second: async () => {
    const machine = await open("desk");
    answered(await signIn(machine.host));
    await readAll(machine);
    await commit(machine, "after the kill");
    const { login, password } = FOUNDER;
    notes.said("password changes");
    answered(
      await machine.host["user.changePassword"]({ login, oldPassword: password, newPassword: NEXT_PASSWORD }),
    );
    notes.said("password changed");
    await commit(machine, "字".repeat(900));
    await commit(machine, "in the next segment");
    const { path } = answered(await machine.host["backup.write"]({}));
    notes.said(`backup ${basename(path)}`);
    await machine.close();
  },
  /** The backup is restored on another computer, which works on and is killed. */
  third: async () => {
    const backups = join(root, "desk", "backups");
    const bytes = readFileSync(join(backups, readdirSync(backups)[0] ?? ""));
    const machine = await open("again");
    answered(await machine.host["backup.part"]({ at: 0, data: bytes.toString("base64") }));
    const key = { login: FOUNDER.login, password: NEXT_PASSWORD };
    const { opCount } = answered(await machine.host["backup.restore"]({ name: "", key }));
    notes.said(`restored ${opCount}`);
    answered(await machine.host["user.signIn"](key));
    await readAll(machine);
    notes.dieAtNextSync();
    await commit(machine, "never answered");
  },
};
const run = PARTS[part];
if (run === undefined) throw new Error(`no part ${part}`);
await run();
