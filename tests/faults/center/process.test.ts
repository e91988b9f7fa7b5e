import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";
import { databaseFolder, runAs } from "../../../center/db/binaries.ts";
import { aFolder } from "../../contract/center/aCenter.ts";

const folder = aFolder();
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  folder.remove();
});

const start = async (env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(
    process.execPath,
    [join(ROOT, "center/main.ts"), "--data", folder.path, "--port", "0"],
    { env: { ...process.env, ...env }, stdio: "pipe" },
  );
  children.add(child);
  const text = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => {
    text.out += part;
  });
  child.stderr.on("data", (part: Buffer) => {
    text.err += part;
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const ready = async (): Promise<string> => {
    for (let attempt = 0; attempt < 600 && !text.out.includes("\n") && child.exitCode === null; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return (JSON.parse(text.out) as { url: string }).url;
  };
  return { child, text, ended, ready };
};
const postmaster = async (): Promise<number | undefined> => {
  const file = join(await databaseFolder(folder.path, runAs()), "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
};
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("npm run center", () => {
  it("prints exactly one JSON line, keeps its key to itself, and ends cleanly on SIGTERM with its PostgreSQL", async () => {
    const center = await start();
    const url = await center.ready();
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    const pid = (await postmaster()) ?? 0;
    expect(isAlive(pid)).toBe(true);
    expect(statSync(join(folder.path, "center-key.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.path, "database-password")).mode & 0o777).toBe(0o600);
    expect(center.text.err).toMatch(/one-time password/);
    center.child.kill("SIGTERM");
    expect(await center.ended).toBe(0);
    expect(center.text.out.trim().split("\n")).toHaveLength(1);
    expect(isAlive(pid)).toBe(false);
  });

  it("F32, F33: after kill -9 the next center takes over the PostgreSQL that was left running; a second one beside it refuses", async () => {
    const killed = await start();
    await killed.ready();
    const pid = (await postmaster()) ?? 0;
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    const url = await next.ready();
    expect(await postmaster()).toBe(pid);
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.text.err).toMatch(/another center is running/);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  it("refuses to listen beyond this machine without TLS, and says what to do (security S20)", async () => {
    const open = await start({ LAD_HOST: "0.0.0.0" });
    expect(await open.ended).toBe(1);
    expect(open.text.err).toMatch(/without TLS.*LAD_TLS_CERT/);
    expect(open.text.out).toBe("");
  });
});
