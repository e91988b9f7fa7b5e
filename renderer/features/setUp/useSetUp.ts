import { useState } from "react";
import type { HostInput, HostOutput, Session } from "../../../shared/host/contract.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import type { Result } from "../../../shared/kernel/result.ts";

/** What is still to be written as records once the desk is open. */
export type Founding = { readonly bureau: { readonly [f: string]: Json }; readonly staffName: string };
/** A desk whose keys exist: the session to go on with, and the key to show once. */
export type BegunDesk = {
  readonly recoveryKey: string;
  readonly session: Session;
  readonly founding: Founding | undefined;
};

/** The account as both forms type it. */
export type Account = {
  readonly staffName: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
  readonly deskName: string;
};
export const NO_ACCOUNT: Account = { staffName: "", login: "", password: "", again: "", deskName: "" };

/** The account as the host takes it. */
export const profileOf = ({ staffName, login, password, deskName }: Account): HostInput<"desk.setUp"> => ({
  staffName: staffName.trim(),
  login: login.trim(),
  password,
  deskName: deskName.trim(),
});

/** Texts of an account that are still empty. */
export const missingOf = (account: Account): readonly (keyof Account)[] =>
  (Object.keys(NO_ACCOUNT) as (keyof Account)[]).filter((key) => account[key].trim() === "");

type Begin = () => Promise<Result<HostOutput<"desk.setUp">>>;

/** Runs the call that makes the keys, once at a time. */
export const useSetUp = (onBegun: (begun: BegunDesk) => void) => {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async (call: Begin, founding: Founding | undefined): Promise<void> => {
    setBusy(true);
    const result = await call();
    setBusy(false);
    if (result.ok) onBegun({ ...result.value, founding });
    else setRefusal(result.refusal);
  };
  return { refusal, isBusy, begin };
};
