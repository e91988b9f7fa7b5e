import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startCenter } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "../center/aBureau.ts";
import { aFolder } from "../center/aCenter.ts";
import { aDesk, putsOf } from "../center/aDesk.ts";
import { carriedUp, openedDown } from "./carried.ts";

const ROOT = join(import.meta.dirname, "../../..");
type Said = { readonly code: number | null; readonly said: Readonly<Record<string, unknown>> };

/** `npm run center -- --data DIR --import FILE --answer FILE`, as a courier's machine at the province runs it. */
const imports = async (dataDir: string, file: string, answer: string): Promise<Said> => {
  const line = ["center/main.ts", "--data", dataDir, "--import", file, "--answer", answer];
  const child = spawn(process.execPath, line, {
    cwd: ROOT,
    env: { ...process.env, LAD_LOG: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (part: Buffer) => {
    text += part.toString("utf8");
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said: JSON.parse(text) as Said["said"] };
};

process.env.LAD_LOG ??= "silent";

describe("a bundle file taken without a browser (docs/protocol.md §10)", () => {
  it("writes the answer to the named file and refuses a changed file in one line", async () => {
    const folder = aFolder();
    const at = (name: string): string => join(folder.path, name);
    const center = await startCenter({ dataDir: folder.path, port: 0 });
    const desk = await aFoundedDesk(center);
    const probe = aDesk(center.url, "bureau-probe-0002");
    const { centerKey } = (await probe.enrol(await center.issueCode())).body as { centerKey: string };
    await center.stop();
    const ops = [desk.op(putsOf("consultation", "carried-0001", { summary: "咨询" }))];
    writeFileSync(at("up.ladb"), await carriedUp(desk, centerKey, [ops]));
    const bytes = readFileSync(at("up.ladb"));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(at("changed.ladb"), bytes);

    const changed = await imports(folder.path, at("changed.ladb"), at("none.ladb"));
    expect(changed).toMatchObject({ code: 1, said: { ok: false, refusal: { code: "bundle-damaged" } } });
    expect(existsSync(at("none.ladb"))).toBe(false);

    const taken = await imports(folder.path, at("up.ladb"), at("answer.ladb"));
    expect(taken).toMatchObject({ code: 0, said: { is: "answered", opCount: 1, newCount: 1 } });
    const { manifest } = await openedDown(desk, readFileSync(at("answer.ladb")));
    expect(manifest.pushes[0]?.reply.results).toMatchObject([{ s: "ok" }]);
    folder.remove();
  }, 120_000);
});
