import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readBackup, readBackupVault } from "../../../host/backup.ts";
import { openWithRecoveryKey } from "../../../host/identity/accounts.ts";
import { openAttempts } from "../../../host/identity/attempts.ts";
import { openKeys } from "../../../host/identity/keys.ts";
import type { Vault } from "../../../host/identity/vault.ts";
import { answered, newFolder, openMachine, removeFolder, setUp, wish } from "../../contract/host/machines.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** An invented person with a valid check digit, and what might be told at a counter. */
const CANARIES = [
  "司徒金丝雀",
  "11010519900307002X",
  "被告人隐瞒了一笔劳动报酬",
  "canary-in-english",
] as const;

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every file in which a canary can be read, in the encodings a program may have used. */
const singing = (path: string): readonly string[] =>
  filesIn(path).filter((file) => {
    const bytes = readFileSync(file);
    return CANARIES.some(
      (text) =>
        (["utf8", "utf16le"] as const).some((encoding) => bytes.includes(Buffer.from(text, encoding))) ||
        bytes.includes(Buffer.from(text, "utf8").toString("base64").slice(0, -4)) ||
        bytes.includes(Buffer.from(text, "utf8").toString("hex")),
    );
  });

it("security rows 29, 45, 46, 55: nothing of a case can be read in the data folder, and the backup opens with the recovery key alone", async () => {
  const machine = await openMachine(folder);
  const { recoveryKey } = await setUp(machine.host);
  const { host } = machine;
  for (const text of CANARIES) {
    answered(await host["journal.commit"](wish(text)));
    answered(await host["journal.note"]({ kind: "audit", body: text }));
    answered(await host["blob.put"]({ data: Buffer.from(text, "utf8").toString("base64") }));
    answered(await host["letter.pdf"]({ html: `<p>${text}</p>` }));
    await host["user.signIn"]({ login: "founder", password: `${text} typed here` });
  }
  const { path, opCount } = answered(await host["backup.write"]({}));
  expect(opCount).toBe(CANARIES.length);
  const files = filesIn(folder);
  expect(files.length).toBeGreaterThan(8);
  expect(singing(folder)).toEqual([]);
  for (const file of files) expect(statSync(file).mode & 0o077, file).toBe(0);
  await machine.close();

  writeFileSync(join(folder, "control"), `x${CANARIES[0]}x`);
  expect(singing(folder)).toEqual([join(folder, "control")]);

  const vault = JSON.parse((await readBackupVault(path)).toString("utf8")) as Vault;
  const attempts = openAttempts(folder, "x", () => 0);
  const { dataKey } = answered(await openWithRecoveryKey({ vault, attempts }, "founder", recoveryKey));
  const names: string[] = [];
  for await (const { name, bytes } of readBackup(path, openKeys(vault, dataKey).backup)) {
    names.push(name);
    expect(readFileSync(join(folder, name)).subarray(0, bytes.length)).toEqual(bytes);
  }
  expect(names.filter((name) => name.startsWith("blobs/"))).toHaveLength(CANARIES.length);
  expect(names).toContain("journal/00000001.seg");

  const spoiled = readFileSync(path);
  spoiled[spoiled.length - 100] = (spoiled[spoiled.length - 100] ?? 0) ^ 1;
  writeFileSync(`${path}.bad`, spoiled);
  const readOn = async () => {
    for await (const { bytes } of readBackup(`${path}.bad`, openKeys(vault, dataKey).backup))
      expect(bytes).toBeDefined();
  };
  await expect(readOn()).rejects.toThrow("damaged");
});
