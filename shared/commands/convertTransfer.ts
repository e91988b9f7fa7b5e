import type { Json } from "../kernel/canonicalJson.ts";
import { done, refuse } from "../kernel/result.ts";
import { emptyState } from "../ops/state.ts";
import { viewOf } from "../ops/view.ts";
import type { Command } from "./command.ts";
import type { ConvertInput } from "./convertConsultation.ts";
import { openRecord } from "./openRecord.ts";
import { takeStep } from "./takeStep.ts";

/** Facts of a forwarded application that carry the same name on the file, so that nobody is asked twice. */
const CARRIED = ["personName", "certNo", "custodyPlace", "suspectedCharge"];
const SOURCE_OF_VIA: Readonly<Record<string, string>> = { DUTYLAWYER: "SRC_DUTY", AGENCY: "SRC_COOP" };

/** Makes an application out of a forwarded one in one op: the transfer is marked, the file opened (法律援助法第三十九条). */
export const convertTransfer: Command<ConvertInput> = (view, { fileId }, scene) => {
  if (view.t !== "transfer") return refuse("malformed");
  const marked = takeStep(view, { step: "openFromTransfer", facts: { fileId } }, scene);
  if (!marked.ok) return marked;
  const carried = CARRIED.flatMap((f): [string, Json][] =>
    view.facts[f] === undefined ? [] : [[f, view.facts[f] as Json]],
  );
  const source = SOURCE_OF_VIA[String(view.facts.via)] ?? "SRC_TRANSFER";
  const facts = {
    origin: "APPLICATION",
    source,
    sensitivity: "NORMAL",
    certType: "ID",
    ...Object.fromEntries(carried),
  };
  const opened = openRecord(viewOf(emptyState("aidFile", fileId)), { facts }, scene);
  return opened.ok ? done([...marked.value, ...opened.value]) : opened;
};
