import type { Actor, LawScene, Scene } from "../../shared/commands/scene.ts";
import { instant } from "../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS } from "../../shared/law/parameters.ts";
import type { Role } from "../../shared/workflow/stepRule.ts";

/** A member of staff of an invented bureau, by role; the same role is always the same person. */
export const anActor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  id: `staff-${role.toLowerCase()}`,
  name: `某${role}`,
  roles: [role],
  section: "法律援助科",
  ...changes,
});

/** The law as shipped, for a bureau that set nothing. */
export const aLaw = (changes: Partial<LawScene> = {}): LawScene => ({
  calendar: SHIPPED_CALENDAR,
  parameters: DEFAULT_PARAMETERS,
  bureau: {},
  ...changes,
});

/** A moment at the desk: who, when, and what the law looks at. */
export const aScene = (role: Role, now = "2026-03-02T09:00", changes: Partial<Scene> = {}): Scene => ({
  actor: anActor(role),
  now: instant(now),
  law: aLaw(),
  ...changes,
});
