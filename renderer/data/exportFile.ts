import type { ExportApprovalFacts } from "../../shared/dictionary/privacy.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { approvedExport } from "../../shared/law/exportApproval.ts";
import { toBase64 } from "../base64.ts";
import type { Desk } from "./desk.ts";
import { noteLook } from "./noteLook.ts";
import { sortedUnder } from "./questions/records.ts";
import { actorOf } from "./scene.ts";

/** More approvals than one person is ever given. */
const APPROVALS_MAX = 500;

/** What is to leave the desk: under which name, how much of a person it says, and what for. */
export type ExportWish = {
  readonly name: string;
  readonly scope: NonNullable<ExportApprovalFacts["scope"]>;
  /** True when names, numbers or addresses of persons stand in it whole: then V26 asks for an approval. */
  readonly isWhole: boolean;
  readonly purpose: string;
  /** The record it is about, where it is about one: the look is noted at it. */
  readonly of?: { readonly t: string; readonly id: string };
  /** Files to write, made with the line that says who exported what for; the first carries it. */
  readonly make: (watermark: string) => readonly Exported[] | Promise<readonly Exported[]>;
};
/** One file of an export: a text, or the bytes of a workbook or PDF. */
export type Exported = { readonly name: string; readonly text: string | Uint8Array };

const allowed = async (
  desk: Desk,
  { scope, isWhole, purpose }: Pick<ExportWish, "scope" | "isWhole" | "purpose">,
  actorId: string,
) => {
  if (purpose.trim() === "") return refuse("reason-required", "《个人信息保护法》第6条", "exportPurpose");
  if (!isWhole) return done(undefined);
  const approvals = await sortedUnder("exportApproval", actorId, APPROVALS_MAX)(desk);
  const today = dayOf(instantOfMs(desk.wallMs()));
  const found = approvedExport(approvals, { actorId, scope, today });
  return found.ok ? done(found.value.id) : found;
};

/** Who exports, and the line that says who exported what for. */
type Allowed = { readonly watermark: string };

/**
 * Asks whether something may leave the desk, and notes that it does: before anything is written. Refused without purpose,
 * and, for whole personal data, without an approval in force (V26).
 */
export const allowExport = async (desk: Desk, wish: Omit<ExportWish, "make">): Promise<Result<Allowed>> => {
  const actor = await actorOf(desk, desk.session);
  const may = await allowed(desk, wish, actor.id);
  if (!may.ok) return may;
  const { name, scope, purpose, of = { t: "", id: "" } } = wish;
  const noted = await noteLook(desk, {
    act: "EXPORT",
    ...of,
    subject: `${scope} ${name}`,
    purpose,
    ...(may.value !== undefined && { approvalId: may.value }),
  });
  if (!noted.ok) return noted;
  const at = instantOfMs(desk.wallMs()).replace("T", " ");
  return done({ watermark: `导出人：${actor.name}　时间：${at}　用途：${purpose.trim()}` });
};

/**
 * The only door through which lists leave the desk. Refused without purpose, and, for whole personal data, without an
 * approval in force (V26); noted before anything is written; every export carries who, when and why. Answers the path.
 */
export const exportFile = async (desk: Desk, wish: ExportWish): Promise<Result<string>> => {
  const may = await allowExport(desk, wish);
  if (!may.ok) return may;
  let path = "";
  for (const file of await wish.make(may.value.watermark)) {
    const saved = await desk.host["file.save"]({ name: file.name, data: toBase64(file.text) });
    if (!saved.ok) return saved;
    path = path === "" ? saved.value.path : path;
  }
  return done(path);
};
