import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { centerAddress } from "../../../host/center/address.ts";
import { defaultDataFolder } from "../../../host/dataFolder.ts";
import { safeName, saveExport, sweepDrafts } from "../../../host/exports.ts";
import { crc32c } from "../../../host/journal/crc32c.ts";
import { openLog, reportBug } from "../../../host/logFile.ts";
import { fixPdf } from "../../../host/print/fixPdf.ts";
import { deriveKey, seal, unseal } from "../../../host/seal.ts";
import { findBrowser } from "../../../host/serve/findBrowser.ts";
import { answered, codeOf, newFolder, removeFolder } from "../../contract/host/machines.ts";

const folder = newFolder();
afterAll(() => removeFolder(folder));

describe("crc32c", () => {
  it.each([
    ["123456789", 0xe3069283],
    ["", 0],
  ])("RFC 3720: %s", (text, sum) => expect(crc32c(Buffer.from(text))).toBe(sum));
  it("RFC 3720 B.4: 32 zeros, 32 ones, and parts as one", () => {
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
    expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
    expect(crc32c(Buffer.from("1234"), Buffer.from("56789"))).toBe(0xe3069283);
  });
});

describe("security list rows 30, 31: sealing", () => {
  const key = deriveKey(Buffer.alloc(32, 1), "test");
  it("opens only whole, with its key, at its place", () => {
    const sealed = seal(key, Buffer.from("卷宗"), "place 1");
    expect(unseal(key, sealed, "place 1")?.toString()).toBe("卷宗");
    expect(unseal(key, sealed, "place 2")).toBeUndefined();
    expect(unseal(deriveKey(Buffer.alloc(32, 1), "other"), sealed, "place 1")).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const bad = Buffer.from(sealed);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(unseal(key, bad, "place 1"), `byte ${at}`).toBeUndefined();
      expect(unseal(key, sealed.subarray(0, at), "place 1")).toBeUndefined();
    }
  });
  it("never uses a nonce twice in 100 000 seals", () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 100_000; count += 1)
      nonces.add(seal(key, Buffer.alloc(0), "").toString("latin1", 0, 12));
    expect(nonces.size).toBe(100_000);
  });
});

describe("security list row 55: names of exported files", () => {
  it.each([
    ["告知书 001.pdf", "告知书 001.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["a\\b:c*d?.txt", "a_b_c_d_.txt"],
    [".hidden", "hidden"],
    ["con.txt", "_con.txt"],
    ["COM1", "_COM1"],
    ["name. . .", "name"],
    ["a\u202Efdp.exe", "a_fdp.exe"],
    ["a\u0000b", "a_b"],
    ["\u200Bx", "_x"],
  ])("%j becomes %j", (name, safe) => expect(safeName(name)).toBe(safe));
  it.each(["", "..", "...", "///", " . ", "\u0000"])("%j is no name", (name) =>
    expect(safeName(name)).toBeUndefined(),
  );
  it("writes for the owner alone and never over a file", async () => {
    const one = answered(await saveExport(folder, "函.pdf", Buffer.from("1")));
    const two = answered(await saveExport(folder, "函.pdf", Buffer.from("2")));
    expect([one, two]).toEqual([join(folder, "函.pdf"), join(folder, "函 (2).pdf")]);
    expect([readFileSync(one, "utf8"), statSync(one).mode & 0o777]).toEqual(["1", 0o600]);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
  it("what a killed host had begun is gone at the next start, and nothing else", async () => {
    const kept = answered(await saveExport(folder, "留.pdf", Buffer.from("1")));
    const draft = join(folder, `.${"ab".repeat(6)}.new`);
    writeFileSync(draft, "half");
    await sweepDrafts(folder);
    expect([existsSync(draft), existsSync(kept)]).toEqual([false, true]);
  });
  it("whoever looks into the folder meanwhile meets the whole file or none", async () => {
    const bytes = Buffer.alloc(8 * 1024 * 1024, 7);
    const state = { saved: false, looks: 0 };
    const look = async (): Promise<void> => {
      while (!state.saved) {
        for (const name of readdirSync(folder).filter((name) => name.startsWith("大")))
          expect(statSync(join(folder, name)).size).toBe(bytes.length);
        state.looks += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const looking = look();
    await saveExport(folder, "大.pdf", bytes);
    state.saved = true;
    await looking;
    expect(state.looks).toBeGreaterThan(3);
  });
});

describe("the center's address", () => {
  it.each([
    ["https://center.example", "https://center.example"],
    ["https://center.example:8443/base/", "https://center.example:8443/base"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080"],
    ["http://localhost:1", "http://localhost:1"],
    ["http://[::1]:1", "http://[::1]:1"],
  ])("%s is %s", (text, address) => expect(answered(centerAddress(text))).toBe(address));
  it.each([
    ["http://center.example", "insecure-address"],
    ["http://127.0.0.1.evil.example", "insecure-address"],
    ["http://localhost.evil.example", "insecure-address"],
    ["ftp://center.example", "insecure-address"],
    ["file:///etc/passwd", "insecure-address"],
    ["javascript:alert(1)", "insecure-address"],
    ["https://user:word@center.example", "insecure-address"],
    ["center.example", "malformed"],
    ["", "malformed"],
  ])("%j is refused: %s", (text, code) => expect(codeOf(centerAddress(text))).toBe(code));
});

describe("security list row 40: the log", () => {
  it("is one JSON object a line, of known fields only, and says nothing of a person", () => {
    const log = openLog(join(folder, "logs"), () => 0);
    const fields = {
      code: "sign-in-failed",
      name: "王一",
      error: "for 11010519900307002X and 13800138000 王一",
    };
    log("sign-in-refused", fields);
    const report = reportBug(log, new Error("王一 typed this"), { call: "journal.commit" });
    const path = join(folder, "logs/host.jsonl");
    const lines = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({
      at: "1970-01-01T00:00:00.000Z",
      event: "sign-in-refused",
      code: "sign-in-failed",
      error: "for … and … …",
    });
    expect(lines[1]).toMatchObject({ event: "bug", call: "journal.commit", report, error: "Error" });
    expect(report).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(readFileSync(path, "utf8")).not.toMatch(/王一|typed|1101051990/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("starts over beside its predecessor when it has grown long", () => {
    const place = join(folder, "long");
    mkdirSync(place);
    writeFileSync(join(place, "host.jsonl"), "x".repeat(6 * 1024 * 1024));
    openLog(place, () => 0)("host-started");
    expect(statSync(join(place, "host.jsonl")).size).toBeLessThan(1000);
    expect(existsSync(join(place, "host.1.jsonl"))).toBe(true);
  });
});

describe("the machine's own things", () => {
  it("data lie where the system keeps a person's data", () => {
    expect(defaultDataFolder("linux", { XDG_DATA_HOME: "/data" })).toBe("/data/legal-aid-desk");
    expect(defaultDataFolder("linux", {})).toMatch(/\.local\/share\/legal-aid-desk$/);
    expect(defaultDataFolder("win32", { LOCALAPPDATA: "C:/Local" })).toBe("C:/Local/legal-aid-desk");
    expect(defaultDataFolder("darwin", {})).toMatch(/Application Support\/legal-aid-desk$/);
  });

  it("the browser is the one that is named, else the first on PATH that can run", () => {
    const [bin, other] = [join(folder, "bin"), join(folder, "other")];
    for (const [place, name, mode] of [
      [bin, "google-chrome", 0o755],
      [other, "chromium", 0o644],
      [other, "named", 0o755],
    ] as const) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, name), "");
      chmodSync(join(place, name), mode);
    }
    const PATH = `${other}:${bin}`;
    expect(findBrowser({ PATH, CHROME_PATH: join(other, "named") })).toBe(join(other, "named"));
    expect(findBrowser({ PATH, CHROME_PATH: "" })).toBe(join(bin, "google-chrome"));
  });

  it("a PDF loses its clock and not one byte of its length", () => {
    const pdf =
      "%PDF-1.4\n/CreationDate (D:20261122165204+00'00')\n/ModDate(D:20261122165204Z)\nbinary \u00ff\u0080";
    const fixed = fixPdf(Buffer.from(pdf, "latin1"));
    expect(fixed.toString("latin1")).toBe(pdf.replaceAll("20261122165204", "20000101000000"));
  });
});
