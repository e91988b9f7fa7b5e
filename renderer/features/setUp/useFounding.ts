import { useEffect, useEffectEvent, useState } from "react";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { done, type Result } from "../../../shared/kernel/result.ts";
import type { Desk } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { recordById } from "../../data/questions/records.ts";
import { bureau } from "../../data/questions/registers.ts";
import type { Founding } from "./useSetUp.ts";

/**
 * Which of the two first records this desk still has to write. A joined desk writes neither: the bureau comes from the
 * province, and nobody admits themselves to a bureau that exists (its book would keep such a record without effect).
 * `isNobody`: whoever joined is unknown to the bureau, and first says which of its staff they are.
 */
export type Lacking = { readonly bureau: boolean; readonly staff: boolean; readonly isNobody: boolean };

/** Looks at the database and the host, so that an interrupted first start goes on where it stopped. */
const lackingOn = async (desk: Desk): Promise<Lacking> => {
  const [own, staff, center] = await Promise.all([
    bureau()(desk),
    recordById("staff", desk.session.staffId)(desk),
    desk.host["center.status"]({}),
  ]);
  // by network, or by a file whose answer is still on its way
  const isJoined = center.ok && (center.value.isEnrolled || center.value.isCarried);
  return {
    bureau: own === null && !isJoined,
    staff: staff === null && !isJoined,
    isNobody: staff === null && isJoined,
  };
};

const open = async (
  desk: Desk,
  t: EntityType,
  record: { id: string; facts: { readonly [f: string]: Json } },
): Promise<Result<unknown>> => {
  const result = await perform(desk, openRecord, { t, id: record.id, input: { facts: record.facts } });
  return !result.ok && result.refusal.code === "already-done" ? done(undefined) : result;
};

/** The bureau first, then the founder: until the own staff record exists the founder acts as administrator. */
const write = async (
  desk: Desk,
  lacking: Lacking,
  { bureau: facts, staffName }: Founding,
): Promise<Result<unknown>> => {
  const { staffId, login, bureau: bureauId } = desk.session;
  if (lacking.bureau) {
    const opened = await open(desk, "bureau", { id: bureauId, facts });
    if (!opened.ok) return opened;
  }
  if (!lacking.staff) return done(undefined);
  return open(desk, "staff", {
    id: staffId,
    facts: { name: staffName, login, roles: ["SYSADMIN"], isActive: true },
  });
};

/** Writes the first records: at once when the first start was not interrupted, else after the form is filled again. */
export const useFounding = (founding: Founding | undefined, onDone: () => void) => {
  const desk = useDesk();
  const [lacking, setLacking] = useState<Lacking | undefined>(undefined);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [bug, setBug] = useState<unknown>(undefined);
  if (bug !== undefined) throw bug;
  const save = async (what: Lacking, facts: Founding): Promise<void> => {
    const result = await write(desk, what, facts);
    if (result.ok) onDone();
    else setRefusal(result.refusal);
  };
  const begin = useEffectEvent(async () => {
    const what = await lackingOn(desk);
    if (!what.bureau && !what.staff && !what.isNobody) return onDone();
    if (founding !== undefined && !what.isNobody) await save(what, founding);
    setLacking(what);
  });
  useEffect(() => {
    begin().catch(setBug);
  }, []);
  return { lacking, refusal, save };
};
