import {
  appendFileSync,
  copyFileSync,
  cpSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crc32c } from "../../../host/journal/crc32c.ts";
import { FRAME_HEAD } from "../../../host/journal/frame.ts";
import { SEGMENT_HEAD } from "../../../host/journal/segments.ts";
import type { Machine } from "../../../host/machine.ts";
import type { Op } from "../../../shared/ops/op.ts";
import {
  answered,
  codeOf,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "../../contract/host/machines.ts";

const OPS = 40;
/** Small segments, so that damage in the middle of several files is met. */
const SIZES = { segmentBytes: 16 * 1024, reserveBytes: 0 };
const sound = newFolder();
const damaged = join(sound, "..", `${sound.split("/").at(-1)}-damaged`);
let ops: readonly Op[] = [];

const segment = (folder: string, number: number) => join(folder, "journal", `0000000${number}.seg`);
const readOps = async (machine: Machine) =>
  answered(await machine.host["journal.read"]({ after: 0, limit: 1000 })).ops;

/** Opens a copy of the sound desk after `spoil` had its way with it. */
const open = async (spoil: (folder: string) => void): Promise<Machine> => {
  rmSync(damaged, { recursive: true, force: true });
  cpSync(sound, damaged, { recursive: true });
  spoil(damaged);
  const machine = await openMachine(damaged, { sizes: SIZES });
  answered(await signIn(machine.host));
  return machine;
};

beforeAll(async () => {
  const machine = await openMachine(sound, { sizes: SIZES });
  await setUp(machine.host);
  for (let at = 0; at < OPS; at += 1) {
    answered(await machine.host["journal.commit"](wish("字".repeat(at * 10))));
    if (at % 5 === 0) answered(await machine.host["journal.note"]({ kind: "receipt", body: String(at) }));
  }
  ops = await readOps(machine);
  await machine.close();
});
afterAll(() => {
  removeFolder(sound);
  removeFolder(damaged);
});

const lastSegment = (folder: string): string => {
  const numbers = [9, 8, 7, 6, 5, 4, 3, 2, 1].filter((number) =>
    statSync(segment(folder, number), { throwIfNoEntry: false }),
  );
  return segment(folder, numbers[0] ?? 1);
};

describe("F13: a torn tail was never answered as saved and is dropped", () => {
  it.each([
    ["a few bytes", Buffer.from([0, 0, 1])],
    ["the head of a record", Buffer.from([0, 0, 2, 0, 1, 9, 9, 9, 9, 5, 5])],
    ["zeros", Buffer.alloc(5000)],
    ["noise", Buffer.from("not a record of ours at all")],
  ])("%s behind the last record", async (_case, tail) => {
    const machine = await open((folder) => appendFileSync(lastSegment(folder), tail));
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("no");
    expect(await readOps(machine)).toEqual(ops);
    expect(answered(await machine.host["journal.commit"](wish("next"))).n).toBe(OPS + 1);
    await machine.close();
    const again = await openMachine(damaged, { sizes: SIZES });
    answered(await signIn(again.host));
    expect(await readOps(again)).toHaveLength(OPS + 1);
    await again.close();
  });

  it("a segment that was begun and got no head", async () => {
    const machine = await open((folder) =>
      writeFileSync(
        lastSegment(folder).replace(/\d\.seg$/, (end) => `${Number(end[0]) + 1}.seg`),
        "LA",
      ),
    );
    expect(await readOps(machine)).toEqual(ops);
    expect(answered(await machine.host["journal.commit"](wish("next"))).n).toBe(OPS + 1);
    await machine.close();
  });

  it("a record that was written but not yet counted when the power went is still there", async () => {
    const counter = join(sound, "counter-before");
    copyFileSync(join(sound, "journal", "counter"), counter);
    const before = await openMachine(sound, { sizes: SIZES });
    answered(await signIn(before.host));
    answered(await before.host["journal.commit"](wish("uncounted")));
    ops = await readOps(before);
    await before.close();
    const machine = await open((folder) => copyFileSync(counter, join(folder, "journal", "counter")));
    expect(await readOps(machine)).toEqual(ops);
    await machine.close();
  });
});

describe("F13: what was promised and cannot be read makes the desk read-only, and all before it is salvaged", () => {
  const expectDamage = async (machine: Machine): Promise<void> => {
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("journal-damaged");
    expect(codeOf(await machine.host["journal.commit"](wish()))).toBe("journal-damaged");
    expect(codeOf(await machine.host["backup.write"]({}))).toBe("journal-damaged");
    const salvaged = await machine.host["journal.read"]({ after: 0, limit: 1000 });
    const found = salvaged.ok ? salvaged.value.ops : [];
    expect(found).toEqual(ops.slice(0, found.length));
    expect(found.length).toBeLessThan(ops.length);
  };

  it("one flipped bit at 25 random places, whichever byte it hits", async () => {
    for (let round = 0; round < 25; round += 1) {
      const machine = await open((folder) => {
        const path = segment(folder, 1 + (round % 3));
        const bytes = readFileSync(path);
        const at = Math.floor(Math.random() * bytes.length);
        // The three zeros of the segment's head are checked too.
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
        writeFileSync(path, bytes);
      });
      await expectDamage(machine);
      await machine.close();
    }
  });

  it.each([
    [
      "the end of the last segment is cut off",
      (folder: string) => truncateSync(lastSegment(folder), statSync(lastSegment(folder)).size - 1),
    ],
    ["the last segment is gone", (folder: string) => rmSync(lastSegment(folder))],
    ["a middle segment is gone", (folder: string) => rmSync(segment(folder, 2))],
    [
      "the journal is that of an earlier day",
      (folder: string) => truncateSync(segment(folder, 1), SEGMENT_HEAD),
    ],
  ])("%s", async (_case, spoil) => {
    const machine = await open(spoil);
    await expectDamage(machine);
    await machine.close();
  });

  it("F78: a record edited together with its checksum does not open", async () => {
    const machine = await open((folder) => {
      const path = segment(folder, 1);
      const bytes = readFileSync(path);
      const length = bytes.readUInt32BE(SEGMENT_HEAD);
      const body = bytes.subarray(SEGMENT_HEAD + FRAME_HEAD, SEGMENT_HEAD + FRAME_HEAD + length);
      body[body.length - 20] = (body[body.length - 20] ?? 0) ^ 1;
      bytes.writeUInt32BE(crc32c(bytes.subarray(SEGMENT_HEAD, SEGMENT_HEAD + 5), body), SEGMENT_HEAD + 5);
      writeFileSync(path, bytes);
    });
    expect(codeOf(await machine.host["journal.read"]({ after: 0, limit: 1000 }))).toBe("journal-damaged");
    expect(answered(await machine.host["app.info"]({})).readOnly).toBe("journal-damaged");
    expect(codeOf(await machine.host["journal.commit"](wish()))).toBe("journal-damaged");
    await machine.close();
  });

  it("F78: two records that changed places do not open at each other's", async () => {
    const machine = await open((folder) => {
      const [one, two] = [readFileSync(segment(folder, 1)), readFileSync(segment(folder, 2))];
      two.writeUInt32BE(1, 8);
      one.writeUInt32BE(2, 8);
      writeFileSync(segment(folder, 1), two);
      writeFileSync(segment(folder, 2), one);
    });
    await expectDamage(machine);
    await machine.close();
  });
});
