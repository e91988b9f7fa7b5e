import { done, refuse } from "../kernel/result.ts";
import type { Hash } from "../ops/op.ts";
import type { RecordView } from "../ops/view.ts";
import { belongsTo, DESTROYERS, keptOf, mayDestroy } from "../workflow/destruction.ts";
import type { Command } from "./command.ts";

const ARCHR_24 = "《档案法实施条例》第24条";

/** The destruction list: each record as it is shown, and every op about it. */
export type DestroyInput = {
  readonly records: readonly { readonly view: RecordView; readonly ops: readonly Hash[] }[];
};

/**
 * Carries out the approved destruction of an archived file: the content of the case and of the papers that belong to it
 * goes, everywhere and for good; the entry stays (《档案法实施条例》第24条；《个人信息保护法》第四十七条). Refused before
 * the head has approved it, before the schedule's years are over, to others than the archive and the head, and for a
 * list that names what is none of this file's.
 */
export const destroyRecords: Command<DestroyInput> = (view, { records }, { actor }) => {
  if (view.t !== "archiveFile") return refuse("malformed");
  if (!DESTROYERS.some((role) => actor.roles.includes(role))) return refuse("role-forbids", ARCHR_24);
  if (view.contested.length > 0) return refuse("contested", ARCHR_24);
  if (!mayDestroy(view)) return refuse("stage-forbids", ARCHR_24, "destroyedOn");
  const isWhole = records.some(({ view: { t } }) => t === "aidFile");
  if (!isWhole || !records.every((each) => belongsTo(view.facts, each.view)))
    return refuse("destroy-list", ARCHR_24);
  return done(
    records.map(({ view: record, ops }) => ({
      k: "purge" as const,
      t: record.t,
      id: record.id,
      of: view.id,
      ops,
      kept: keptOf(record),
    })),
  );
};
