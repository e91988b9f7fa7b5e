import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";
import { createApp } from "../../../center/app.ts";
import { readConfig } from "../../../center/config.ts";

const PERSON = ["司徒金丝雀", "11010519900307002X", "13800138000"] as const;

/** Everything the center writes to standard error while `work` runs. */
const saidWhile = async (work: () => Promise<void>): Promise<string> => {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((part) => {
    lines.push(String(part));
    return true;
  });
  await work();
  spy.mockRestore();
  return lines.join("");
};
afterEach(() => vi.restoreAllMocks());

/** A center without a database, and its log lines of one request: a path that fails, an unknown one, a broken body. */
const askedOf = async (path: string, init: RequestInit) => {
  const app = createApp(readConfig(["--port", "0"], { LAD_LOG: "warn" }));
  app.post("/fails", async ({ body }) => {
    throw new Error(`one line\nof ${JSON.stringify(body)}\n    at ${PERSON[0]} the counter`);
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  let answer = "";
  const said = await saidWhile(async () => {
    answer = await (await fetch(`${url}${path}`, init)).text();
  });
  await app.close();
  return { said, answer };
};
const JSON_TYPE = { "content-type": "application/json" };

describe("security S33, row 40: the center's log names nobody", () => {
  it("a bug that quotes what was sent leaves a report number and a place, in the log as in the answer", async () => {
    const { said, answer } = await askedOf(`/fails?name=${encodeURIComponent(PERSON[0])}&no=${PERSON[1]}`, {
      method: "POST",
      headers: { ...JSON_TYPE, "user-agent": PERSON[2], "x-name": PERSON[1] },
      body: JSON.stringify({ name: PERSON[0], certNo: PERSON[1], phone: PERSON[2] }),
    });
    const line = JSON.parse(said) as Readonly<Record<string, unknown>>;
    expect(line.msg).toBe("bug");
    expect(answer).toBe(JSON.stringify({ report: line.report }));
    expect(line.where).toMatch(/^at .*logs\.test\.ts:\d+:\d+/);
    for (const text of PERSON) expect([said.includes(text), answer.includes(text)]).toEqual([false, false]);
  });

  it.each([
    ["an unknown path", `/${encodeURIComponent(PERSON[0])}`, {}],
    ["a broken body", "/fails", { method: "POST", headers: JSON_TYPE, body: PERSON[1] }],
    [
      "a page sent as a form",
      "/fails",
      { method: "POST", headers: { "content-type": "text/html" }, body: PERSON[0] },
    ],
  ])("%s is answered without a line of log", async (_, path, init) => {
    const { said, answer } = await askedOf(path, init);
    expect(said).toBe("");
    expect(answer).toContain("refusal");
    for (const text of PERSON) expect(answer).not.toContain(text);
  });

  // biome-ignore format: a list is read by its letters
  const FIELDS = ["bureau", "bureaus", "code", "count", "decision", "epoch", "feed", "id", "message", "missing", "ok", "ops", "prevEpoch", "refused", "report", "seq", "swept", "t", "where"];

  it("every line of log in the center's code has an event of ours and fields from the list", () => {
    const calls = globSync("center/**/*.ts", { cwd: ROOT }).flatMap((path) => [
      ...readFileSync(join(ROOT, path), "utf8").matchAll(
        /log\.(info|warn|error|fatal)\(\s*(\{[\s\S]*?\}|[^,{]+),\s*"([^"]*)",?\s*\)/g,
      ),
    ]);
    const written = globSync("center/**/*.ts", { cwd: ROOT }).flatMap(
      (path) => readFileSync(join(ROOT, path), "utf8").match(/log\.(info|warn|error|fatal)\(/g) ?? [],
    );
    expect(calls.length).toBeGreaterThan(5);
    expect(calls).toHaveLength(written.length);
    const names = calls.flatMap(([, , fields = ""]) => [...fields.matchAll(/(?:^\{|,)\s*([A-Za-z]+)/g)]);
    expect(names.map(([, name = ""]) => name).filter((name) => !FIELDS.includes(name))).toEqual([]);
    for (const [, , , event] of calls) expect(event).toMatch(/^[a-z]+(\.[a-zA-Z]+)?$/);
  });
});
