import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../build/browsers.mjs";
import type { Printer } from "../../../host/machineOptions.ts";
import { chromiumPrinter } from "../../../host/print/chromiumPrinter.ts";

const LETTER = `<!doctype html><html lang="zh-CN"><style>@page{size:A4;margin:25mm}@page wide{size:A4 landscape}.w{page:wide}</style>
<body><h1>给予法律援助决定书</h1><p>金丝雀</p><div class="w">附表</div></body></html>`;

describe("letter.pdf on a real browser", () => {
  let printer: Printer;
  let browser = "";
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith("letter-"));

  beforeAll(async () => {
    browser = (await findBrowser())?.path ?? "";
    printer = chromiumPrinter(() => browser);
  });
  afterAll(() => printer.close());

  it("prints the pages of the style sheet, and the same letter to the same bytes at another time", async () => {
    const first = await printer.pdf(LETTER);
    await wait(1100);
    const second = await printer.pdf(LETTER);
    const text = Buffer.from(first).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text.match(/\/MediaBox ?\[0 0 [\d.]+ [\d.]+\]/g)?.map((box) => box.replace(/\.\d+/g, ""))).toEqual(
      ["/MediaBox [0 0 594 841]", "/MediaBox [0 0 841 594]"],
    );
    expect(text).toMatch(/\/CreationDate ?\(D:20000101000000/);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await printer.pdf(LETTER.replace("附表", "清单"))).equals(Buffer.from(first))).toBe(
      false,
    );
  });

  it("prints a fresh start of the browser to the same bytes", async () => {
    const before = await printer.pdf(LETTER);
    const other = chromiumPrinter(() => browser);
    const again = await other.pdf(LETTER);
    await other.close();
    expect(Buffer.from(again).equals(Buffer.from(before))).toBe(true);
  });

  it("runs no script and asks nobody on the network, while pictures inside the letter are printed", async () => {
    const heard: string[] = [];
    const server = createServer((incoming, reply) => {
      heard.push(incoming.url ?? "");
      reply.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const svg = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>').toString("base64")}`;
    const evil = `<link rel="stylesheet" href="${at}/css"><img src="${at}/img"><img src="${svg}"><iframe src="${at}/frame"></iframe>
      <script src="${at}/js"></script><script>fetch("${at}/fetch");document.body.textContent="x".repeat(99999)</script><p>一</p>`;
    const pdf = Buffer.from(await printer.pdf(evil)).toString("latin1");
    server.close();
    expect(heard).toEqual([]);
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
  });

  it("prints one after another when asked all at once, and goes on after a failure", async () => {
    const all = await Promise.all(["一", "二", "三"].map((text) => printer.pdf(`<p>${text}</p>`)));
    expect(new Set(all.map((pdf) => Buffer.from(pdf).toString("latin1"))).size).toBe(3);
    const broken = chromiumPrinter(() => join(tmpdir(), "no-browser-here"));
    await expect(broken.pdf("<p>x</p>")).rejects.toThrow("browser");
    await broken.close();
    const none = chromiumPrinter(() => undefined);
    await expect(none.pdf("<p>x</p>")).rejects.toThrow("CHROME_PATH");
  });

  it("keeps its profile private while it runs, writes no word of a letter into it, and takes it away at the end", async () => {
    const other = chromiumPrinter(() => browser);
    const before = new Set(profiles());
    await other.pdf(LETTER);
    const [mine] = profiles().filter((name) => !before.has(name));
    const folder = join(tmpdir(), mine ?? "");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files)
      for (const encoding of ["utf8", "utf16le"] as const)
        expect(readFileSync(join(parentPath, name)).includes(Buffer.from("金丝雀", encoding)), name).toBe(
          false,
        );
    await other.close();
    expect(existsSync(folder)).toBe(false);
  });
});
