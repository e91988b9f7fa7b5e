import { describe, expect, it, vi } from "vitest";
import { electronKeychain } from "../../../electron/keychain.ts";
import { store } from "./fakeElectron.ts";

vi.mock("electron", () => import("./fakeElectron.ts"));

const keychain = electronKeychain();
const on = <T>(platform: NodeJS.Platform, run: () => T): T => {
  const before = process.platform;
  Object.defineProperty(process, "platform", { value: platform });
  try {
    return run();
  } finally {
    Object.defineProperty(process, "platform", { value: before });
  }
};

describe("security row 33: which key stores count (decision 0021)", () => {
  it.each([
    ["gnome_libsecret", "gnome_libsecret"],
    ["kwallet", "kwallet"],
    ["kwallet5", "kwallet5"],
    ["kwallet6", "kwallet6"],
    ["basic_text", undefined],
    ["unknown", undefined],
    ["a store of tomorrow", undefined],
  ])("on Linux %s counts as %s", (backend, expected) => {
    store.backend = backend;
    expect(on("linux", keychain.backend)).toBe(expected);
    store.backend = "gnome_libsecret";
  });

  it("Windows and macOS always have one, and are not asked for its name", () => {
    expect([on("win32", keychain.backend), on("darwin", keychain.backend)]).toEqual(["dpapi", "keychain"]);
  });

  it("seals bytes and gives back the same, saying when they want to be sealed anew", async () => {
    const secret = Buffer.from([0, 255, 128, 10, 13]);
    const sealed = await keychain.seal(secret);
    expect(await keychain.unseal(sealed ?? Buffer.alloc(0))).toEqual({ secret, isStale: false });
    store.isStale = true;
    expect(await keychain.unseal(sealed ?? Buffer.alloc(0))).toEqual({ secret, isStale: true });
    store.isStale = false;
  });

  it("a store that does not answer, or never sealed the bytes, gives nothing", async () => {
    const sealed = (await keychain.seal(Buffer.from("secret"))) ?? Buffer.alloc(0);
    store.owner = "second";
    expect(await keychain.unseal(sealed)).toBeUndefined();
    store.owner = "first";
    store.isAvailable = false;
    expect([await keychain.seal(Buffer.from("secret")), await keychain.unseal(sealed)]).toEqual([
      undefined,
      undefined,
    ]);
    store.isAvailable = true;
  });
});
