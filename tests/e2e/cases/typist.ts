import type { Locator } from "@playwright/test";
import type { Clerk } from "./clerk.ts";

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Text fields of the intake page. */
const FIELDS = [
  "其他联系方式",
  "现住址",
  "送达地址",
  "职业",
  "工作单位",
  "案由",
  "办案机关案号",
  "事实与理由",
  "请求",
] as const;
/** A list of the intake page; a row of it has several cells and is saved as one. */
const LIST = "对方当事人";

/** An entry that is not possible by then never will be: the page has lost its host. */
const SOON = { timeout: 5000 } as const;

const rowOf = (no: number): { readonly 名称或姓名: string; readonly 地址: string } => ({
  名称或姓名: `第${no}人`,
  地址: `第${no}号住处`,
});
const rowText = (no: number): string => Object.values(rowOf(no)).join(" ");

/** What a place held when it was last shown as saved, and what was under way when the power failed. */
type Place = { saved: string; underWay: string | undefined };

/** Types into one application and remembers what the page said was saved. */
export class Typist {
  readonly clerk: Clerk;
  readonly chance: () => number;
  readonly places = new Map<string, Place>(
    FIELDS.map((label) => [label, { saved: "", underWay: undefined }]),
  );
  readonly rows = new Set<string>();
  rowUnderWay = "";
  savedCount = 0;
  private no = 0;

  constructor(clerk: Clerk, chance: () => number) {
    this.clerk = clerk;
    this.chance = chance;
  }

  private get list(): Locator {
    return this.clerk.page.getByRole("region", { name: LIST, exact: true });
  }

  private box(label: string): Locator {
    return this.clerk.box(label).first();
  }

  /** Types until `power` fails. Each field once: its mark of the last save must not be taken for that of the new one. */
  async typeUntil(power: Promise<void>): Promise<void> {
    let isOn = true;
    const failed = power.then(() => {
      isOn = false;
      return false;
    });
    const order = [...FIELDS, LIST]
      .map((label) => ({ label, at: this.chance() }))
      .sort((a, b) => a.at - b.at);
    for (const { label } of order) {
      if (!isOn) break;
      this.no += 1;
      try {
        await (label === LIST ? this.addRow(failed) : this.write(label, failed));
      } catch (error) {
        // what a page does whose host is gone is nobody's word; the next start will tell
        if (isOn) throw error;
      }
    }
    await failed;
  }

  /** True when the page said that it is saved before the power failed. */
  private async isShownSaved(sign: Promise<void>, failed: Promise<boolean>): Promise<boolean> {
    const shown = sign.then(() => true);
    shown.catch(() => undefined);
    const isSaved = await Promise.race([shown, failed]);
    if (isSaved) this.savedCount += 1;
    return isSaved;
  }

  private async write(label: string, failed: Promise<boolean>): Promise<void> {
    const place = this.places.get(label) as Place;
    const value = `${label}第${this.no}次填写`;
    place.underWay = value;
    await this.box(label).fill(value, SOON);
    await this.box(label).blur(SOON);
    const frame = this.box(label).locator("xpath=ancestor::div[contains(@class,'lad-field')][1]");
    if (!(await this.isShownSaved(frame.getByText("已保存").waitFor(), failed))) return;
    place.saved = value;
    place.underWay = undefined;
  }

  private async addRow(failed: Promise<boolean>): Promise<void> {
    const row = rowText(this.no);
    const form = this.list.getByRole("group", { name: LIST });
    await this.list.getByRole("button", { name: /增加/u }).click(SOON);
    for (const [label, text] of Object.entries(rowOf(this.no)))
      await this.clerk.box(label, form).fill(text, SOON);
    this.rowUnderWay = row;
    await this.list.getByRole("button", { name: "完成" }).click(SOON);
    if (!(await this.isShownSaved(form.waitFor({ state: "hidden" }), failed))) return;
    this.rows.add(row);
    this.rowUnderWay = "";
  }

  private async fieldLosses(): Promise<readonly string[]> {
    const losses: string[] = [];
    for (const [label, place] of this.places) {
      const shown = await this.box(label).inputValue();
      if (shown !== place.saved && shown !== place.underWay)
        losses.push(`${label}: saved “${place.saved}”, under way “${place.underWay}”, shown “${shown}”`);
      this.places.set(label, { saved: shown, underWay: undefined });
    }
    return losses;
  }

  private async rowLosses(): Promise<readonly string[]> {
    const lines = await this.list.getByRole("row").filter({ hasText: "第" }).all();
    const shown = await Promise.all(
      lines.map(async (line) =>
        (await line.getByRole("cell").allInnerTexts()).filter((text) => /^第\d+/u.test(text)),
      ),
    );
    const texts = shown.map((cells) => cells.join(" "));
    const lost = [...this.rows].filter((row) => !texts.includes(row)).map((row) => `row “${row}” is lost`);
    const half = texts
      .filter((row) => !this.rows.has(row) && row !== this.rowUnderWay)
      .map((row) => `row “${row}” is half or foreign`);
    for (const row of texts) this.rows.add(row);
    this.rowUnderWay = "";
    return [...lost, ...half];
  }

  /** What is missing, foreign or half on the page as it stands now; afterwards this counts as what was saved. */
  async losses(): Promise<readonly string[]> {
    return [...(await this.fieldLosses()), ...(await this.rowLosses())];
  }
}
