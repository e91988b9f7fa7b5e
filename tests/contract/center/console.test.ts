import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "./aBrowser.ts";
import { aFoundedDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { aDesk, putsOf, type TestDesk } from "./aDesk.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
let desk: TestDesk;
let clock = Date.now();

const PASSWORD = "correct horse 电池";
const signedIn = async () => {
  const browser = aBrowser(center.url);
  await browser.post("/console/sign-in", { login: "province", password: PASSWORD });
  return browser;
};

beforeAll(async () => {
  center = await aCenter(() => clock);
  desk = await aFoundedDesk(center);
  await desk.push([
    desk.op(
      putsOf("aidFile", "file-0001", {
        personName: "阿依古丽",
        certNo: "53332519900101002X",
        caseFacts: "拖欠工资<script>",
        matter: "M31_6",
        origin: "APPLICATION",
        caseNo: "兰援〔2026〕1号",
      }),
    ),
    desk.op(
      putsOf("consultation", "asked-0001", {
        askedAt: "2026-02-03T09:00",
        channel: "PHONE",
        personName: "阿依古丽",
      }),
    ),
  ]);
  await desk.hello({
    report: { unsent: 3, oldestUnsentS: 7200, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
  });
});
afterAll(() => center.end());

describe("the province's console (security S25)", () => {
  it("the first password serves once, to set a real one", async () => {
    const browser = aBrowser(center.url);
    const first = center.firstPassword ?? "";
    expect(first.length).toBeGreaterThan(12);
    expect((await browser.send("/console")).to).toBe("/console/sign-in");
    expect((await browser.post("/console/sign-in", { login: "province", password: "wrong" })).status).toBe(
      401,
    );
    expect((await browser.post("/console/sign-in", { login: "province", password: first })).status).toBe(303);
    expect((await browser.send("/console")).to).toBe("/console/password");
    const csrf = await browser.csrfOf("/console/password");
    expect((await browser.post("/console/password", { csrf, password: "short" })).status).toBe(400);
    expect((await browser.post("/console/password", { csrf, password: PASSWORD })).status).toBe(303);
    expect((await browser.send("/console")).status).toBe(200);
    expect(
      (await aBrowser(center.url).post("/console/sign-in", { login: "province", password: first })).status,
    ).toBe(401);
  });

  it("shows each bureau with its sync, what its desks reported, and its files by stage", async () => {
    const browser = await signedIn();
    const { text } = await browser.send("/console");
    expect(text).toContain("兰坪县司法局");
    expect(text).toMatch(/<td class="count">3<\/td>\s*<td class="">2 小时<\/td>/);
    expect(text).toContain("登记中");
    expect((await browser.send("/console?lang=en")).text).toContain("Files by stage");
    expect((await browser.send("/console")).text).toContain("Oldest unsent");
  });

  it("shows one case's history: who, when, which desk, verdict, with personal data masked", async () => {
    const browser = await signedIn();
    const bureauPage = (await browser.send(`/console/bureaus/${desk.bureau}`)).text;
    expect(bureauPage).toContain(await center.stateHash(desk.bureau));
    expect(bureauPage).toContain("兰援〔2026〕1号");
    const { text } = await browser.send(`/console/bureaus/${desk.bureau}/aidFile/file-0001`);
    for (const seen of ["和志强", "一号工位", "有效", "兰援〔2026〕1号", "事实与理由"])
      expect(text).toContain(seen);
    for (const hidden of ["阿依古丽", "53332519900101002X", "拖欠工资", "<script>"])
      expect(text + bureauPage).not.toContain(hidden);
  });

  it("adds a bureau, whose code founds it; issues codes for further desks; revokes one", async () => {
    const browser = await signedIn();
    const csrf = await browser.csrfOf("/console");
    const added = await browser.post("/console/bureaus", { csrf, name: "贡山县司法局" });
    const code = /class="code">([^<]+)</.exec(added.text)?.[1] ?? "";
    const second = aDesk(center.url, "bureau-gongshan1");
    expect((await second.enrol(code)).status).toBe(200);
    expect((await browser.send("/console")).text).toContain("贡山县司法局");
    const further =
      /class="code">([^<]+)</.exec(
        (await browser.post("/console/bureaus/bureau-gongshan1/codes", { csrf })).text,
      )?.[1] ?? "";
    expect((await aDesk(center.url, "bureau-gongshan1").enrol(further)).status).toBe(200);
    expect(
      (await browser.post("/console/bureaus/bureau-gongshan1/revoke", { csrf, feed: second.feed })).status,
    ).toBe(303);
    expect((await browser.send("/console/bureaus/bureau-gongshan1")).text).toContain("已停用");
  });

  it("refuses forms from elsewhere, without the token, and pages after sign-out", async () => {
    const browser = await signedIn();
    const csrf = await browser.csrfOf("/console");
    expect((await browser.post("/console/bureaus", { name: "假冒司法局" })).status).toBe(403);
    expect(
      (await browser.post("/console/bureaus", { csrf: "0".repeat(64), name: "假冒司法局" })).status,
    ).toBe(403);
    expect(
      (
        await browser.post(
          "/console/bureaus",
          { csrf, name: "假冒司法局" },
          { "sec-fetch-site": "cross-site" },
        )
      ).status,
    ).toBe(403);
    expect((await aBrowser(center.url).post("/console/bureaus", { csrf, name: "假冒司法局" })).to).toBe(
      "/console/sign-in",
    );
    await browser.post("/console/sign-out", { csrf });
    expect((await browser.send("/console")).to).toBe("/console/sign-in");
  });

  it("a visit ends after half an hour without a click; guessing passwords is slow", async () => {
    const browser = await signedIn();
    clock += 31 * 60_000;
    expect((await browser.send("/console")).to).toBe("/console/sign-in");
    const statuses = [];
    for (let index = 0; index < 14; index += 1)
      statuses.push(
        (await aBrowser(center.url).post("/console/sign-in", { login: "province", password: "x" })).status,
      );
    expect(statuses).toContain(429);
    clock += 3_600_000;
  });

  it("pages carry a strict policy, cookies are closed to scripts, and no address names a person", async () => {
    const browser = aBrowser(center.url);
    const { headers } = await browser.send("/console/sign-in");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    const cookie = (await browser.post("/console/sign-in", { login: "province", password: PASSWORD })).headers
      .getSetCookie()
      .join();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const { text } = await browser.send(`/console/bureaus/${desk.bureau}/aidFile/file-0001`);
    expect(text).not.toMatch(/<script|\son\w+=|https?:\/\//);
    expect((await browser.send("/console/bureaus/bureau-unknown")).status).toBe(404);
    expect((await browser.send(`/console/bureaus/${desk.bureau}/aidFile/'; drop table op; --`)).status).toBe(
      404,
    );
  });
});

describe("统计页：与工位同一套口径，没有姓名", () => {
  it("全省与一地的数字，不含个人信息；不存在的单位没有页面", async () => {
    const browser = await signedIn();
    const province = await browser.send("/console/statistics?period=2026-Q1");
    expect(province.status).toBe(200);
    expect(province.text).toContain("统计口径未核实");
    expect(province.text).toMatch(
      /咨询人次（按方式）<\/td><td class="soft">人次<\/td><td class="count">1<\/td>/u,
    );
    expect(province.text).not.toContain("阿依古丽");
    const own = await browser.send(`/console/statistics?bureau=${desk.bureau}&period=2025-Y1`);
    expect(own.text).toMatch(/咨询人次（按方式）<\/td><td class="soft">人次<\/td><td class="count">0<\/td>/u);
    expect((await browser.send("/console/statistics?bureau=00000000&period=2026-Q1")).status).toBe(404);
    expect((await aBrowser(center.url).send("/console/statistics")).to).toContain("/console/sign-in");
  });
});

describe("备份页", () => {
  it("没有设置位置时说明怎样设置，并列出各地总账还没有备份到哪里", async () => {
    const browser = await signedIn();
    const { text } = await browser.send("/console/backups");
    expect(text).toContain("LAD_BACKUP_PLACES");
    expect(text).toMatch(/<td>[^<]*<\/td><td class="count">\d+<\/td><td class="count">0<\/td>/u);
    expect((await aBrowser(center.url).send("/console/backups")).to).toContain("/console/sign-in");
  });
});
