import { takeStep } from "../../shared/commands/takeStep.ts";
import type { LookFacts } from "../../shared/dictionary/privacy.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Desk } from "./desk.ts";
import { newId } from "./newId.ts";
import { perform } from "./perform.ts";

/** What is noted of a look: at which record, what of it and what for. Who and when the step itself says. */
export type LookNote = {
  readonly act: NonNullable<LookFacts["act"]>;
  /** "" for a look at no single record, such as an export of a list. */
  readonly t: string;
  readonly id: string;
  readonly subject?: string;
  readonly purpose?: string;
  readonly approvalId?: string;
};

const SUBJECT_MAX = 120;
const PURPOSE_MAX = 200;
/** What stands for the record of a look at many. */
const NO_RECORD = "-";

const deskNames = new WeakMap<Desk, string>();

/** Under which name this desk is known; it does not change while somebody is signed in. */
const deskNameOf = async (desk: Desk): Promise<string> => {
  const known = deskNames.get(desk);
  if (known !== undefined) return known;
  const info = await desk.host["app.info"]({});
  const name = info.ok ? info.value.deskName : "";
  deskNames.set(desk, name);
  return name;
};

/**
 * Notes that somebody looked: an op like any other, so that the head reads it at every desk and nobody can take it back.
 * What may be seen only when it is noted waits for this to be saved (《个人信息保护法》第五十一、五十四条).
 */
export const noteLook = async (desk: Desk, look: LookNote): Promise<Result<unknown>> => {
  const deskName = await deskNameOf(desk);
  const { act, t, id, subject = "", purpose = "", approvalId } = look;
  const facts = {
    act,
    recordType: t || NO_RECORD,
    recordId: id || NO_RECORD,
    ...(deskName !== "" && { deskName }),
    ...(subject !== "" && { subject: subject.slice(0, SUBJECT_MAX) }),
    ...(purpose !== "" && { purpose: purpose.slice(0, PURPOSE_MAX) }),
    ...(approvalId !== undefined && { approvalId }),
  };
  return perform(desk, takeStep, { t: "look", id: newId(desk.wallMs()), input: { step: "noteLook", facts } });
};
