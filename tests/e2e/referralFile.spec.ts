import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, test } from "@playwright/test";
import { must, openHeadlessDesk } from "../../build/demo/headlessDesk.ts";
import { BUREAU_FACTS } from "../../build/demo/registers.ts";
import { DEMO_PASSWORD } from "../../build/demo/staff.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import type { Actor, Scene } from "../../shared/commands/scene.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import type { Host } from "../../shared/host/contract.ts";
import type { Role } from "../../shared/workflow/stepRule.ts";
import { APPLICATION_FACTS } from "../builders/aView.ts";
import { anActor, aScene } from "../builders/scene.ts";
import { Clerk } from "./cases/clerk.ts";
import { onFolder, seedCounty, startCounty } from "./cases/county.ts";
import { inventedId } from "./cases/people.ts";

const FILE = { t: "aidFile", id: "referred-file-0001" } as const;
const APPROVAL = { t: "exportApproval", id: "approval-0001" } as const;
const TO = "乙县法律援助中心";
const WHY = "移送有管辖权的机构办理";
const { materials: _, ...STATED } = APPLICATION_FACTS;
const PERSON = { personName: "移某某", certNo: inventedId("1985-05-05", "411"), phone: "13800001234" };

/** An application that was received and referred, and the head's approval of the file about it. */
const referred = (folder: string): Promise<void> =>
  onFolder(folder, async (host) => {
    const desk = openHeadlessDesk(host);
    const sits = async (login: string, role: Role): Promise<Scene> => {
      const session = must(await host["user.signIn"]({ login, password: DEMO_PASSWORD }), login);
      const actor: Actor = anActor(role, { id: session.staffId });
      return aScene(role, "2026-03-02T09:00", { actor });
    };
    const clerk = await sits("zhou", "CLERK");
    const does = async (
      step: string,
      facts: Parameters<typeof takeStep>[1]["facts"],
      at = FILE as { t: string; id: string },
      scene = clerk,
    ) => must(await desk.perform(takeStep, { ...at, input: { step, facts } }, scene), step);
    must(
      await desk.perform(
        recordFacts,
        { ...FILE, input: { facts: { origin: "APPLICATION", ...STATED, ...PERSON } } },
        clerk,
      ),
      "facts",
    );
    for (const [f, row] of [
      ["materials", { kind: "FORM", title: "申请表", copies: 1 }],
      ["opposingParties", { name: "乙某建筑有限公司" }],
    ] as const)
      must(await desk.perform(recordRow, { ...FILE, input: { f, row } }, clerk), f);
    await does("receive", {});
    await does("refer", { referredTo: TO });
    await does("requestExport", { scope: "REFERRAL", exportPurpose: WHY }, APPROVAL);
    await does("approveExport", { untilOn: "2026-03-31" }, APPROVAL, await sits("sun", "HEAD"));
  });

/** A bureau of one person, who does everything there: hashing the passwords of a whole staff takes seconds. */
const receiving = async (host: Host): Promise<void> => {
  const login = "zhou";
  const wish = { login, password: DEMO_PASSWORD, staffName: "乙受理", deskName: "乙县一号工位" };
  const { session } = must(await host["desk.setUp"](wish), "set-up");
  const desk = openHeadlessDesk(host);
  const scene = aScene("SYSADMIN", "2026-03-02T09:00", {
    actor: anActor("SYSADMIN", { id: session.staffId }),
  });
  const roles = ["SYSADMIN", "CLERK", "HEAD"];
  const staff = { login, name: "乙受理", roles, section: "法律援助科", isActive: true };
  const bureau = { ...BUREAU_FACTS, name: "乙县司法局", shortName: "乙", deptName: TO };
  for (const [t, id, facts] of [
    ["staff", session.staffId, staff],
    ["bureau", session.bureau, bureau],
  ] as const)
    must(await desk.perform(openRecord, { t, id, input: { facts } }, scene), t);
};

/** A picture of one part of the page, with that part at the top. */
const shot = async ({ page }: Clerk, part: Locator, name: string): Promise<void> => {
  await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.screenshot({ path: join("docs/screenshots", `${name}.png`), animations: "disabled" });
};

test("F80: a referred case leaves as a sealed file under a code, is previewed and received at the other agency, and what came with it stands on its page", async ({
  page,
}) => {
  const seeded = await seedCounty();
  const other = await mkdtemp(join(tmpdir(), "lad-seed-"));
  await onFolder(other, receiving);
  const [home, away] = [await startCounty(seeded, 0, referred), await startCounty(other, 0)];
  const clerk = new Clerk(page);
  const sent = { code: "", path: "" };

  await test.step("the clerk writes the file under the head's approval; the code stands there once, the slip without it", async () => {
    await page.goto(home.url);
    page.setDefaultTimeout(15_000);
    await clerk.isAt("2026-03-03T09:05");
    await clerk.signIn("zhou");
    await clerk.opens(`#/file/${FILE.id}`);
    const section = page.getByRole("region", { name: "移送卷宗文件" });
    await section.getByRole("textbox", { name: "导出用途" }).fill(WHY);
    await section.getByRole("button", { name: "写出移送卷宗文件" }).click();
    const slip = section.getByRole("region", { name: "卷宗移送单" });
    await expect(slip).toContainText(TO, { timeout: 60_000 });
    sent.code = await section.getByRole("status").locator("strong").innerText();
    await expect(slip).not.toContainText(sent.code);
    sent.path = await section.getByRole("definition").filter({ hasText: "exports" }).innerText();
    await shot(clerk, section, "referral-written-zh");
  });

  await test.step("the other agency picks it, enters the code and sees what it says before it is received", async () => {
    await page.goto(away.url);
    await clerk.signIn("zhou");
    await clerk.opens("#/intake");
    await clerk.presses("接收移送的卷宗");
    await page.getByLabel("选择移送卷宗文件").setInputFiles(sent.path);
    await clerk.box("口令").fill(sent.code);
    await clerk.presses("打开并预览");
    const preview = page.getByRole("region", { name: "移送卷宗文件预览（尚未接收）" });
    await expect(preview).toContainText(PERSON.personName, { timeout: 60_000 });
    await shot(clerk, preview, "referral-preview-zh");
    await clerk.presses("接收为申请");
    await expect(clerk.box("姓名").first()).toHaveValue(PERSON.personName);
  });

  await test.step("its page shows what came with it, in both languages", async () => {
    await page.evaluate(() => {
      location.hash = location.hash.replace("intake", "file");
    });
    const came = page.getByRole("region", { name: /^(随卷移来的内容|What came with it)$/u });
    await expect(came).toContainText("乙某建筑有限公司");
    await came.getByText("移来时的案卷内容").click();
    await shot(clerk, came, "referral-came-zh");
    await clerk.presses("English：切换到英文");
    await expect(came).toContainText("What was done at the other agency");
    await shot(clerk, came, "referral-came-en");
  });
  for (const county of [home, away]) await county.stop();
  for (const folder of [seeded, other]) await rm(folder, { recursive: true, force: true });
});
