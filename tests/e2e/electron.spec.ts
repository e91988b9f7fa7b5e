import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { hostCallNames } from "../../shared/host/contract.ts";
import { test } from "./fixtures/desk.ts";
import {
  closeWindow,
  count,
  type ElectronDesk,
  endElectron,
  ORIGIN,
  startElectron,
  startMain,
} from "./fixtures/electronDesk.ts";
import { ADMIN } from "./fixtures/people.ts";
import { type } from "./pages/fields.ts";
import { GatePage } from "./pages/gatePage.ts";
import { ShellPage } from "./pages/shellPage.ts";

/*
 * The shipped main.cjs and preload.cjs on a real Chromium, with a stand-in for Electron (tests/shim). What it cannot show
 * is listed in docs/decisions/0022; build/electronSmoke.mjs runs under real Electron where there is one.
 */
test.describe.configure({ mode: "serial" });

let folder = "";
let desk: ElectronDesk;
let recoveryKey = "";

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "legal-aid-desk-electron-"));
  desk = await startElectron(folder);
  desk.page.setDefaultTimeout(20_000);
});
test.afterAll(async () => {
  await endElectron(desk);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("首页出现；页面只得到约定的接口，接口冻结，得不到 Node 和 Electron（安全清单第1、13条）", async () => {
  const { page } = desk;
  await expect(page.getByRole("heading", { name: "第一次启动" })).toBeVisible();
  const seen = await page.evaluate(() => {
    const { host } = globalThis.window as unknown as { readonly host: object };
    const known = globalThis as unknown as Readonly<Record<string, unknown>>;
    return {
      keys: Object.keys(host).sort(),
      isFrozen: Object.isFrozen(host),
      kinds: [...new Set(Object.values(host).map((each) => typeof each))],
      leaked: ["require", "process", "module", "electron", "ipcRenderer", "callMain", "toMain"].filter(
        (name) => name in known,
      ),
    };
  });
  expect(seen).toEqual({ keys: [...hostCallNames].sort(), isFrozen: true, kinds: ["function"], leaked: [] });
});

test("经 IPC 登记单位和第一位管理员", async () => {
  const gate = new GatePage(desk.page);
  await gate.fillBureau();
  await gate.fillAccount(ADMIN);
  await desk.page.getByRole("button", { name: "开始使用" }).click();
  recoveryKey = await gate.keepKey();
  await new ShellPage(desk.page).ready();
  await expect(desk.page.getByText("甲县司法局")).toBeVisible();
});

test("政策确实生效：外来脚本不执行，页面不能连接别处（安全清单第8、10条）", async () => {
  const { page } = desk;
  const isRefused = await page.evaluate(async () => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      seen.add(effectiveDirective),
    );
    const script = document.createElement("script");
    script.textContent = "globalThis.wasRun = true";
    document.body.append(script);
    return fetch("https://www.gov.cn/").then(
      () => false,
      () => true,
    );
  });
  expect(isRefused).toBe(true);
  const broken = () =>
    page.evaluate(() => [...(globalThis as unknown as { readonly seen: ReadonlySet<string> }).seen].sort());
  await expect.poll(broken).toEqual(["connect-src", "script-src-elem"]);
  expect(await page.evaluate(() => "wasRun" in globalThis)).toBe(false);
});

test("即使政策被绕过，请求也到不了外面（安全清单第10条）", async () => {
  const line = await desk.page.context().newCDPSession(desk.page);
  await line.send("Page.setBypassCSP", { enabled: true });
  await desk.page.reload();
  const before = count(desk, "cancelled");
  // the control: without the policy an injected script does run
  const wasRun = await desk.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.wasRun = true";
    document.body.append(script);
    return "wasRun" in globalThis;
  });
  expect(wasRun).toBe(true);
  const isRefused = await desk.page.evaluate(() =>
    fetch("https://www.gov.cn/", { mode: "no-cors" }).then(
      () => false,
      () => true,
    ),
  );
  expect(isRefused).toBe(true);
  await expect.poll(() => count(desk, "cancelled")).toBe(before + 1);
  await line.send("Page.setBypassCSP", { enabled: false });
  await line.detach();
  await desk.page.reload();
  await expect(new GatePage(desk.page).signInButton).toBeVisible();
});

test("不去别的地址，不开窗口（安全清单第3、4、5条）", async () => {
  const { page } = desk;
  for (const address of ["https://www.gov.cn/", `${ORIGIN.replace("desk", "other")}/`]) {
    const before = count(desk, "kept-back");
    // it leaves after it has answered: an answer from a page that is leaving may never come
    await page.evaluate((there) => void setTimeout(() => globalThis.location.assign(there)), address);
    await expect.poll(() => count(desk, "kept-back")).toBe(before + 1);
  }
  const before = count(desk, "denied-window");
  await page.evaluate(() => void globalThis.open("https://www.gov.cn/"));
  await expect.poll(() => count(desk, "denied-window")).toBe(before + 1);
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(page.url().startsWith(`${ORIGIN}/`)).toBe(true);
  await expect(new GatePage(page).signInButton).toBeVisible();
});

test("一切权限都被拒绝（安全清单第7条）", async () => {
  const granted = await desk.page.evaluate(async () => {
    const names = [
      "geolocation",
      "notifications",
      "camera",
      "microphone",
      "midi",
      "clipboard-read",
      "local-fonts",
    ];
    const states = await Promise.all(
      names.map(async (name) => [
        name,
        (await navigator.permissions.query({ name: name as PermissionName })).state,
      ]),
    );
    return states.filter(([, state]) => state !== "denied");
  });
  expect(granted).toEqual([]);
});

test("页面里的框架即使被攻破，伪造的调用也被拒绝（安全清单第11条）", async () => {
  const { page } = desk;
  const line = await page.context().newCDPSession(page);
  const contexts: { readonly id: number; readonly name: string; readonly frameId: string }[] = [];
  line.on("Runtime.executionContextCreated", ({ context }) => {
    const { frameId } = context.auxData as { readonly frameId: string };
    contexts.push({ id: context.id, name: context.name, frameId });
  });
  await line.send("Runtime.enable");
  const { frameTree } = await line.send("Page.getFrameTree");
  // without an address: a frame that goes on to a document would take its first world away under us
  await page.evaluate(() => document.body.append(document.createElement("iframe")));
  const inside = () =>
    contexts.findLast(({ name, frameId }) => name === "preload" && frameId !== frameTree.frame.id);
  await expect.poll(inside).toBeDefined();
  const call = async (contextId: number | undefined) => {
    const expression = 'callMain("host", "app.info", {}).then(({ ok }) => ok, ({ message }) => message)';
    const { result } = await line.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      ...(contextId && { contextId }),
    });
    return result.value as unknown;
  };
  expect(await call(inside()?.id)).toContain("forbidden");
  const top = contexts.findLast(({ name, frameId }) => name === "preload" && frameId === frameTree.frame.id);
  expect(await call(top?.id)).toBe(true);
  await line.detach();
  await page.reload();
});

test("登录、绑定本机钥匙串（安全清单第33条），打印成 PDF，离开电脑即锁定（安全清单第25条）", async () => {
  const { page, tell } = desk;
  tell("store", "gnome_libsecret");
  await new GatePage(page).signIn(ADMIN);
  await page.goto(`${ORIGIN}/#/settings/own`);
  await expect(page.getByText("未绑定：", { exact: false })).toBeVisible();
  await type(page, "恢复密钥", recoveryKey);
  await page.getByRole("button", { name: "绑定本机" }).click();
  await expect(page.getByText("已绑定：", { exact: false })).toBeVisible();
  const pdf = await page.evaluate(async () => {
    const { host } = globalThis.window as unknown as {
      readonly host: Record<
        string,
        (input: unknown) => Promise<{ readonly value: { readonly data: string } }>
      >;
    };
    const html = "<!doctype html><meta charset=utf-8><p>通知书</p><script>document.body.remove()</script>";
    return (await host["letter.pdf"]?.({ html }))?.value.data ?? "";
  });
  expect(Buffer.from(pdf, "base64").toString("latin1")).toMatch(/^%PDF-1\.[\s\S]+%%EOF\s*$/u);
  tell("power", "lock-screen");
  await expect(new GatePage(page).signInButton).toBeVisible();
});

test("再次启动只把已开的窗口提到前面（安全清单第20条）", async () => {
  const before = count(desk, "focused");
  const second = startMain(folder);
  expect(await second.exit).toBe(0);
  await expect.poll(() => count(desk, "focused")).toBe(before + 1);
  expect(second.heard).toEqual([]);
});

test("关闭窗口即退出；再次打开数据都在，钥匙串换了则密码打不开，恢复密钥可以", async () => {
  expect(await closeWindow(desk)).toBe(0);
  desk = await startElectron(folder);
  const gate = new GatePage(desk.page);
  await gate.tryPassword(ADMIN.login, ADMIN.password);
  await expect(gate.notice).toContainText("钥匙串");
  await desk.page.getByRole("button", { name: /忘记密码/u }).click();
  await type(desk.page, "恢复密钥", recoveryKey);
  await type(desk.page, "新密码", "Xin-mima-2026-desk");
  await desk.page.getByRole("button", { name: "重设密码" }).click();
  await gate.signIn({ ...ADMIN, password: "Xin-mima-2026-desk" });
  await expect(desk.page.getByText("甲县司法局")).toBeVisible();
  expect(await closeWindow(desk)).toBe(0);
});
