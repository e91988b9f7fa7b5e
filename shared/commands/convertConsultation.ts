import type { Json } from "../kernel/canonicalJson.ts";
import { done, refuse } from "../kernel/result.ts";
import { emptyState } from "../ops/state.ts";
import { viewOf } from "../ops/view.ts";
import type { Command } from "./command.ts";
import { openRecord } from "./openRecord.ts";
import { takeStep } from "./takeStep.ts";

/** The id of the application to open. */
export type ConvertInput = { readonly fileId: string };

/** Facts of a consultation that the application starts with, so that nobody is asked twice: from → to. */
// biome-ignore format: a table is read by columns
const CARRIED: Readonly<Record<string, string>> = {
  personName: "personName", certNo: "certNo", phone: "phone", categories: "categories", matter: "matter",
  proceduralStage: "proceduralStage", gist: "caseFacts",
};

const SOURCE_OF_CHANNEL: Readonly<Record<string, string>> = {
  PHONE: "SRC_PHONE",
  NETWORK: "SRC_NET",
  DUTY: "SRC_DUTY",
};

/** Makes an application out of a consultation in one op: the consultation is marked, the file opened and linked. */
export const convertConsultation: Command<ConvertInput> = (view, { fileId }, scene) => {
  if (view.t !== "consultation") return refuse("malformed");
  const marked = takeStep(view, { step: "convert", facts: { fileId } }, scene);
  if (!marked.ok) return marked;
  const carried = Object.entries(CARRIED).flatMap(([from, to]): [string, Json][] =>
    view.facts[from] === undefined ? [] : [[to, view.facts[from] as Json]],
  );
  const source = SOURCE_OF_CHANNEL[String(view.facts.channel)] ?? "SRC_WINDOW";
  const facts = {
    origin: "APPLICATION",
    source,
    consultationId: view.id,
    sensitivity: "NORMAL",
    ...Object.fromEntries(carried),
  };
  const opened = openRecord(viewOf(emptyState("aidFile", fileId)), { facts }, scene);
  return opened.ok ? done([...marked.value, ...opened.value]) : opened;
};
