import { useEffect, useState } from "react";
import type { HostOutput, Session } from "../../shared/host/contract.ts";
import type { Desk } from "../data/desk.ts";
import { leaveDesk, openDesk } from "../data/openDesk.ts";
import type { Founding } from "../features/setUp/useSetUp.ts";
import { host } from "../host.ts";
import { useDeskStore } from "../state/deskStore.ts";

/** What the machine says of itself before anybody signs in. */
export type MachineInfo = HostOutput<"app.info">;

export type Boot =
  | { readonly is: "loading" }
  | { readonly is: "silent" }
  | { readonly is: "full"; readonly freeBytes: number }
  | { readonly is: "closed"; readonly info: MachineInfo }
  | {
      readonly is: "opening";
      readonly doneCount: number;
      readonly allCount: number;
      readonly seconds: number;
    }
  | { readonly is: "open"; readonly desk: Desk; readonly founding: Founding | undefined };

/** From the first look at the machine to an open desk. Nothing on this way waits for a network. */
export const useBoot = () => {
  const [boot, setBoot] = useState<Boot>({ is: "loading" });
  const [bug, setBug] = useState<unknown>(undefined);
  const { signedIn, readOnlyBecame, databaseWent } = useDeskStore.getState();
  if (bug !== undefined) throw bug;

  useEffect(() => {
    host["app.info"]({}).then(
      (info) => {
        if (!info.ok) return setBoot({ is: "silent" });
        const { readOnly, mayOpen, freeBytes } = info.value;
        readOnlyBecame(readOnly);
        setBoot(mayOpen ? { is: "closed", info: info.value } : { is: "full", freeBytes });
      },
      () => setBoot({ is: "silent" }),
    );
  }, [readOnlyBecame]);

  const open = (session: Session, founding?: Founding): void => {
    const begun = performance.now();
    setBoot({ is: "opening", doneCount: 0, allCount: 0, seconds: 0 });
    signedIn(session);
    const options = {
      onProgress: (doneCount: number, allCount: number) =>
        setBoot({ is: "opening", doneCount, allCount, seconds: (performance.now() - begun) / 1000 }),
      onGone: databaseWent,
      onTrouble: reportError,
    };
    openDesk(session, host, options).then((desk) => setBoot({ is: "open", desk, founding }), setBug);
  };
  /** Goes over to a database that was loaded beside the present one: the screens let go of this one first. */
  const reopen = (desk: Desk): void => {
    setBoot({ is: "opening", doneCount: 0, allCount: 0, seconds: 0 });
    setTimeout(() => {
      leaveDesk(desk);
      open(desk.session);
    });
  };
  return { boot, open, reopen };
};
