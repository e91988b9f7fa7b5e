import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { ring } from "../../../host/serve/doorbell.ts";
import { newFolder, removeFolder } from "./machines.ts";

const ROOT = join(import.meta.dirname, "../../..");
const folder = newFolder();
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
});
afterAll(() => removeFolder(folder));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
const start = (...args: string[]) => {
  const child = spawn(process.execPath, [join(ROOT, "host/main.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" },
  });
  started.push(child);
  const texts = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => (texts.out += chunk.toString("utf8")));
  child.stderr?.on("data", (chunk: Buffer) => (texts.err += chunk.toString("utf8")));
  const ended = once(child, "close").then(([code]): Ended => ({ code: code as number | null, ...texts }));
  return { child, ended, ready: () => once(child.stdout ?? child, "data"), texts };
};

it("prints exactly one JSON line with an address that lets one browser in, and SIGTERM ends it cleanly", async () => {
  const { child, ended, ready, texts } = start(
    "--data",
    folder,
    "--port",
    "0",
    "--no-open",
    "--shell",
    "browser",
  );
  await ready();
  const line = JSON.parse(texts.out) as { ready: boolean; url: string };
  expect(Object.keys(line)).toEqual(["ready", "url"]);
  expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?t=[\w-]{43}$/);
  expect((await fetch(line.url, { redirect: "manual" })).status).toBe(303);
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(readFileSync(join(folder, "logs/host.jsonl"), "utf8").trim().split("\n").at(-1)).toContain(
    '"host-ended"',
  );
});

it("without a display it does not fail but says where the desk is", async () => {
  const { child, ended, ready } = start("--data", folder, "--port", "0");
  await ready();
  child.kill("SIGTERM");
  const { code, err } = await ended;
  expect(code).toBe(0);
  expect(err).toContain("No window opened: no display.");
  expect(existsSync(join(folder, "browser"))).toBe(false);
});

it("a second start opens a window on the desk that is running; with --no-open it refuses instead", async () => {
  const first = start("--data", folder, "--port", "0", "--no-open");
  await first.ready();
  const refused = await start("--data", folder, "--port", "0", "--no-open").ended;
  expect([refused.code, refused.out]).toEqual([4, ""]);
  const address = (await ring(folder)) ?? "";
  expect((await fetch(address, { redirect: "manual" })).status).toBe(303);
  expect((await fetch(address, { redirect: "manual" })).status).toBe(401);
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
  expect(await ring(folder)).toBeUndefined();
});

it("refuses to move to another port when its own is taken, in one sentence, and gives the folder back", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const { code, out, err } = await start("--data", folder, "--port", String(port), "--no-open").ended;
  taken.close();
  expect([code, out]).toEqual([4, ""]);
  expect(err).toContain(`Port ${port} is taken; the desk does not move to another`);
  const again = start("--data", folder, "--port", "0", "--no-open");
  await again.ready();
  again.child.kill("SIGTERM");
  expect((await again.ended).code).toBe(0);
});
