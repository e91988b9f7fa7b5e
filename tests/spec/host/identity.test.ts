import { randomBytes } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openAttempts } from "../../../host/identity/attempts.ts";
import { checkPassword } from "../../../host/identity/passwordRules.ts";
import { newRecoverySecret, printRecoveryKey, readRecoveryKey } from "../../../host/identity/recoveryKey.ts";
import type { Vault } from "../../../host/identity/vault.ts";
import {
  answered,
  codeOf,
  FOUNDER,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
} from "../../contract/host/machines.ts";

const folders: string[] = [];
const folder = (): string => {
  folders.push(newFolder());
  return folders.at(-1) ?? "";
};
afterAll(() => folders.forEach(removeFolder));

describe("security list row 23 (GB/T 22239-2019 身份鉴别 a): which passwords are strong enough", () => {
  it.each([
    ["Tulip-meadow-42", "ok"],
    ["long but lower case only", "ok"],
    ["Ab3-xyzq", "ok"],
    ["春风十里不如好好写代码呀", "ok"],
    ["Kx9!mQ2$", "ok"],
    ["Ab3xyz", "password-weak"],
    ["abcdefgh", "password-weak"],
    ["Abcdefgh", "password-weak"],
    ["12345678", "password-weak"],
    ["123456789012", "password-weak"],
    ["aaaaaaaaaaaaaa", "password-weak"],
    ["Password2026!", "password-weak"],
    ["P@ssw0rd", "password-weak"],
    ["qwertyuiopas", "password-weak"],
    ["Admin@123", "password-weak"],
    ["1qaz2wsx3edc", "password-weak"],
    ["zhangwei-is-here-1", "password-weak"],
    ["ZHANGWEI-is-here-1", "password-weak"],
    ["ａdmin@123", "password-weak"],
    ["abababababab", "password-weak"],
  ])("%s: %s", (password, code) => {
    expect(codeOf(checkPassword("zhangwei", password))).toBe(code);
  });
});

describe("security list row 34: the printed recovery key", () => {
  it("reads back what was printed, however a person types it", () => {
    for (let round = 0; round < 200; round += 1) {
      const secret = newRecoverySecret();
      const printed = printRecoveryKey(secret);
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = printed
        .toLowerCase()
        .replaceAll("-", " ")
        .replaceAll("0", "o")
        .replaceAll("1", round % 2 ? "l" : "I");
      expect(readRecoveryKey(typed)).toEqual(secret);
    }
  });

  it("tells a typing error from another key: one wrong, missing or swapped character never passes", () => {
    const printed = printRecoveryKey(randomBytes(20)).replaceAll("-", "");
    for (let at = 0; at < printed.length; at += 1) {
      const other = printed[at] === "7" ? "8" : "7";
      expect(
        readRecoveryKey(printed.slice(0, at) + other + printed.slice(at + 1)),
        `position ${at}`,
      ).toBeUndefined();
      expect(readRecoveryKey(printed.slice(0, at) + printed.slice(at + 1))).toBeUndefined();
    }
    expect(readRecoveryKey("")).toBeUndefined();
    expect(readRecoveryKey("U".repeat(36))).toBeUndefined();
  });
});

describe("security list row 24 (GB/T 22239-2019 身份鉴别 b): failed sign-ins", () => {
  it("5 failures wait 5 minutes, each further one twice as long, at most a day; success forgets", async () => {
    let nowS = 1000;
    const attempts = openAttempts(folder(), "salt", () => nowS);
    const waits: number[] = [];
    for (let count = 0; count < 16; count += 1) {
      await attempts.failed("a");
      waits.push(attempts.waitOf("a"));
    }
    expect(waits).toEqual([
      0, 0, 0, 0, 300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 76800, 86400, 86400, 86400,
    ]);
    expect(attempts.waitOf("b")).toBe(0);
    nowS += 86399;
    expect(attempts.waitOf("a")).toBe(1);
    nowS += 1;
    expect(attempts.waitOf("a")).toBe(0);
    await attempts.succeeded("a");
    await attempts.failed("a");
    expect(attempts.waitOf("a")).toBe(0);
  });

  it("survives a restart of the host and of the machine; no clock of a calendar is asked", async () => {
    const path = folder();
    let nowS = 5000;
    const first = openAttempts(path, "salt", () => nowS);
    for (let count = 0; count < 5; count += 1) await first.failed("a");
    nowS += 100;
    expect(openAttempts(path, "salt", () => nowS).waitOf("a")).toBe(200);
    // The machine was started again: only the time since then is sure to have passed.
    expect(openAttempts(path, "salt", () => 30).waitOf("a")).toBe(270);
  });

  it("keeps neither names nor passwords typed into the wrong field, and does not grow without end", async () => {
    const path = folder();
    const attempts = openAttempts(path, "salt", () => 0);
    for (let count = 0; count < 230; count += 1) await attempts.failed(`my secret password ${count}`);
    const text = readFileSync(join(path, "attempts.json"), "utf8");
    expect(text).not.toContain("secret");
    expect(Object.keys(JSON.parse(text))).toHaveLength(200);
    expect(statSync(join(path, "attempts.json")).mode & 0o777).toBe(0o600);
  });

  it("the host refuses even the right password while the name has to wait, and counts unknown names alike", async () => {
    let nowS = 10;
    const machine = await openMachine(folder(), { uptimeS: () => nowS });
    await setUp(machine.host);
    const fail = (login: string) => machine.host["user.signIn"]({ login, password: "wrong" });
    for (const login of ["founder", "nobody"]) {
      for (let count = 0; count < 5; count += 1) expect(codeOf(await fail(login))).toBe("sign-in-failed");
      expect(await fail(login)).toEqual({ ok: false, refusal: { code: "sign-in-wait", detail: "300" } });
    }
    expect(codeOf(await machine.host["user.signIn"]({ login: "FOUNDER ", password: FOUNDER.password }))).toBe(
      "sign-in-wait",
    );
    nowS += 300;
    expect(codeOf(await signIn(machine.host))).toBe("ok");
    await machine.close();
  });
});

describe("security list rows 22, 27: accounts in the vault", () => {
  it("an unknown name costs what a wrong password costs", async () => {
    const machine = await openMachine(folder());
    await setUp(machine.host);
    const cost = async (login: string) => {
      const start = performance.now();
      await machine.host["user.signIn"]({ login, password: "wrong" });
      return performance.now() - start;
    };
    const [ofKnown, ofUnknown]: [number[], number[]] = [[], []];
    // In turn, and the best of four each: whatever else this machine does slows both.
    for (let count = 0; count < 4; count += 1) {
      ofKnown.push(await cost("founder"));
      ofUnknown.push(await cost("nobody"));
    }
    const [known, unknown] = [Math.min(...ofKnown), Math.min(...ofUnknown)];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.5);
    await machine.close();
  });

  it("stores argon2id with 64 MiB and three passes, a salt per account, and never the key itself", async () => {
    const path = folder();
    const machine = await openMachine(path);
    await setUp(machine.host);
    answered(
      await machine.host["user.add"]({
        login: "clerk1",
        password: FOUNDER.password,
        staffId: "staff-clerk-1",
      }),
    );
    const vault = JSON.parse(readFileSync(join(path, "vault.json"), "utf8")) as Vault;
    for (const { argon2 } of vault.users)
      expect(argon2).toMatchObject({ memoryKiB: 65536, passes: 3, lanes: 1 });
    expect(new Set(vault.users.map(({ argon2 }) => argon2.salt)).size).toBe(2);
    expect(new Set(vault.users.map(({ sealed }) => sealed)).size).toBe(2);
    await machine.close();
  });

  it.each([
    [
      "a clerk made administrator",
      (vault: Vault) => ({ ...vault, users: vault.users.map((user) => ({ ...user, isAdmin: true })) }),
    ],
    [
      "a clerk given another person's staff record",
      (vault: Vault) => ({
        ...vault,
        users: vault.users.map((user) => ({ ...user, staffId: "staff-head-1" })),
      }),
    ],
    ["the whole vault given another bureau", (vault: Vault) => ({ ...vault, bureau: "another-bureau" })],
    [
      "one envelope put under another name",
      (vault: Vault) => ({
        ...vault,
        users: vault.users.map((user) => ({ ...user, sealed: vault.users[0]?.sealed ?? "" })),
      }),
    ],
  ])("an edited vault does not open: %s", async (_case, edit) => {
    const path = folder();
    const first = await openMachine(path);
    await setUp(first.host);
    const clerk = { login: "clerk1", password: "Willow-river-77" };
    answered(await first.host["user.add"]({ ...clerk, staffId: "staff-clerk-1" }));
    await first.close();
    const file = join(path, "vault.json");
    writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8")) as Vault)));
    const machine = await openMachine(path);
    expect(codeOf(await machine.host["user.signIn"](clerk))).toBe("sign-in-failed");
    await machine.close();
  });

  it("a vault that is no longer ours stops the host instead of inviting a new set-up", async () => {
    const path = folder();
    writeFileSync(join(path, "vault.json"), "{}");
    await expect(openMachine(path)).rejects.toThrow("vault.json is damaged");
  });
});
