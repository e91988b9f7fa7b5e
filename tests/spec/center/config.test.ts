import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assertProtected, readConfig } from "../../../center/config.ts";
import { html } from "../../../center/console/html.ts";
import { isWeather } from "../../../center/db/database.ts";
import { codeHash } from "../../../center/desks/codes.ts";
import { createRates, createTurnstile } from "../../../center/routes/limits.ts";

describe("how a center is run", () => {
  it("takes folder and port from the command line, the rest from the environment", () => {
    const config = readConfig(["--data", "/srv/lad", "--port", "0"], { DATABASE_URL: "postgres://x" });
    expect(config).toMatchObject({
      dataDir: "/srv/lad",
      port: 0,
      host: "127.0.0.1",
      databaseUrl: "postgres://x",
      isBehindProxy: false,
    });
    expect(() => readConfig(["--port", "http"], {})).toThrow(/--port/);
    expect(() => readConfig([], { LAD_TLS_CERT: "a.pem" })).toThrow(/together/);
  });

  it("S34: attachments lie in a bucket where one is set: with a secret out of a file, and over TLS unless it is on this machine", () => {
    const folder = mkdtempSync(join(tmpdir(), "lad-config-"));
    const file = join(folder, "secret");
    writeFileSync(file, "invented\n");
    const key = { LAD_S3_ACCESS_KEY: "INVENTED", LAD_S3_SECRET_FILE: file };
    const url = "https://bucket.s3.example.cn";
    expect(readConfig([], {}).s3).toBeUndefined();
    expect(readConfig([], { LAD_S3_URL: url, LAD_S3_REGION: "cn-north-1", ...key }).s3).toEqual({
      url,
      region: "cn-north-1",
      accessKey: "INVENTED",
      secret: "invented",
    });
    expect(() => readConfig([], { LAD_S3_URL: url })).toThrow(/LAD_S3_SECRET_FILE/);
    expect(() => readConfig([], { ...key, LAD_S3_URL: "http://bucket.example.cn" })).toThrow(/https/);
    expect(readConfig([], { ...key, LAD_S3_URL: "http://127.0.0.1:9000/b" }).s3?.region).toBe("us-east-1");
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["this machine", {}, true],
    ["everywhere", { LAD_HOST: "0.0.0.0" }, false],
    ["everywhere with TLS", { LAD_HOST: "0.0.0.0", LAD_TLS_CERT: "c", LAD_TLS_KEY: "k" }, true],
    ["everywhere behind a proxy", { LAD_HOST: "0.0.0.0", LAD_BEHIND_PROXY: "1" }, true],
  ])("security S20: listening on %s", (_, env, isAllowed) => {
    const run = () => assertProtected(readConfig([], env));
    if (isAllowed) expect(run).not.toThrow();
    else expect(run).toThrow(/TLS/);
  });
});

describe("limits", () => {
  it("a bucket empties and fills again with time; a clock that jumps back gives nothing away", () => {
    let now = 0;
    const isAllowed = createRates(() => now);
    const take = () => isAllowed("x", { burst: 2, perS: 1 });
    expect([take(), take(), take()]).toEqual([true, true, false]);
    now = -5000;
    expect(take()).toBe(false);
    now = -3500;
    expect([take(), take()]).toEqual([true, false]);
  });

  it("F70: a turnstile lets two in, and one more when one has left", () => {
    const gate = createTurnstile(2);
    expect([gate.enter("a"), gate.enter("a"), gate.enter("a"), gate.enter("b")]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    gate.leave("a");
    expect(gate.enter("a")).toBe(true);
  });

  it.each([
    ["40001", true],
    ["40P01", true],
    ["53300", true],
    ["57P01", true],
    ["ECONNREFUSED", true],
    ["23505", false],
    ["42601", false],
    ["", false],
  ])("F36: database error %s is weather: %s", (code, is) => {
    expect(isWeather(Object.assign(new Error("x"), { code }))).toBe(is);
  });

  it("codes are compared as people type them", () => {
    expect(codeHash("acde fhjk-lmnp")).toBe(codeHash("ACDE-FHJK-LMNP"));
    expect(codeHash("ACDE-FHJK-LMNQ")).not.toBe(codeHash("ACDE-FHJK-LMNP"));
  });

  it("S25: whatever is put into a page is escaped", () => {
    expect(html`<p title="${`"><script>`}">${"<b>&'"}${[html`<i>`]}</p>`.safe).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;<i></p>',
    );
  });
});
