import { useState } from "react";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { done, type Result } from "../../../shared/kernel/result.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";

/** A new member of staff as the form states it. */
export type NewStaff = {
  readonly facts: { readonly [f: string]: Json };
  readonly login: string;
  readonly password: string;
};

/** Who may sign in on this machine, and the two ways to add somebody. */
export const useStaff = () => {
  const desk = useDesk();
  const [turn, setTurn] = useState(0);
  const users = useHostAnswer("user.list", {}, turn);
  const known = new Set(users?.ok === true ? users.value.users.map(({ staffId }) => staffId) : []);
  const addAccount = async (staffId: string, login: string, password: string): Promise<Result<unknown>> => {
    const added = await desk.host["user.add"]({ login, password, staffId });
    if (added.ok) setTurn((now) => now + 1);
    return added;
  };
  /**
   * The account first: a weak password or a taken login is refused there, and no staff record is left without anybody.
   * An account without its record, after a cut between the two, may do nothing until the record is entered.
   */
  const create = async ({ facts, login, password }: NewStaff): Promise<Result<unknown>> => {
    const id = newId(desk.wallMs());
    const added = await addAccount(id, login, password);
    if (!added.ok) return added;
    const opened = await perform(desk, openRecord, {
      t: "staff",
      id,
      input: { facts: { ...facts, login, isActive: true } },
    });
    return opened.ok ? done(undefined) : opened;
  };
  return { hasAccount: (staffId: string): boolean => known.has(staffId), addAccount, create };
};
