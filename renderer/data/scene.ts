import type { Actor, Scene } from "../../shared/commands/scene.ts";
import type { BureauFacts, StaffFacts } from "../../shared/dictionary/registers.ts";
import type { Session } from "../../shared/host/contract.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { agencyOn } from "../../shared/law/agency.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import { bureauKept, lawFrom, publishedKept } from "./bureau.ts";
import type { Desk } from "./desk.ts";
import { keptAt, type Memory } from "./memory.ts";
import { heldOfNone, type Store, shownState, viewAt } from "./recordStore.ts";

/**
 * The person of a session as the staff register knows them. The founder, whose record is not written yet, acts as system
 * administrator; anybody else without an active record may do nothing.
 */
const actorFrom = ({ facts }: RecordView, { staffId, login, isFounder }: Session): Actor => {
  const { name, roles, section, isActive } = facts as StaffFacts;
  if (roles === undefined && isFounder)
    return { id: staffId, name: name ?? login, roles: ["SYSADMIN"], section: "" };
  const active = isActive === false ? [] : (roles ?? []);
  return { id: staffId, name: name ?? login, roles: active, section: section ?? "" };
};

/** Who acts on this desk now, with the roles of the moment. */
export const actorOf = async (store: Store, session: Session): Promise<Actor> =>
  actorFrom(await viewAt(store, { t: "staff", id: session.staffId }), session);

/** Everything a command may know besides the record: who, when, and the law of this bureau. */
export const sceneOf = async (
  desk: Desk,
  memory: Memory,
  assignment?: Scene["law"]["assignment"],
): Promise<Scene> => {
  const { session } = desk;
  const [[staff], bureau, published] = await Promise.all([
    keptAt(desk, memory, [{ t: "staff", id: session.staffId }]),
    bureauKept(desk, memory),
    publishedKept(desk, memory),
  ]);
  const { held } = staff ?? { held: heldOfNone("staff", session.staffId) };
  const now = instantOfMs(desk.wallMs());
  const law: Scene["law"] = {
    ...lawFrom({ bureau, published }, desk.wallMs()),
    bureau: agencyOn((bureau?.facts ?? {}) as BureauFacts, dayOf(now)),
    ...(assignment !== undefined && { assignment }),
  };
  return { actor: actorFrom(viewOf(shownState(held)), session), now, law };
};
