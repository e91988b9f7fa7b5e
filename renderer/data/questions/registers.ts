import type { Actor } from "../../../shared/commands/scene.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import { actorOf } from "../scene.ts";
import type { Question } from "../useAnswer.ts";
import type { Card } from "./card.ts";
import { latest, type Page, recordById } from "./records.ts";

/** Registers are small; a county has dozens of lawyers and organs, never thousands. */
const REGISTER_MAX = 1000;

const nameIn = (facts: object): string =>
  "name" in facts && typeof facts.name === "string" ? facts.name : "";
const byName = (a: { readonly facts: object }, b: { readonly facts: object }): number =>
  nameIn(a.facts).localeCompare(nameIn(b.facts), "zh-CN");

const register =
  <T extends "lawyer" | "provider" | "organ" | "staff">(t: T): Question<readonly Card<T>[]> =>
  async (desk) =>
    [...(await latest(t, { limit: REGISTER_MAX })(desk))].sort(byName);

/** 承办人员, by name. */
export const lawyers = (): Question<readonly Card<"lawyer">[]> => register("lawyer");
/** 承办单位, by name. */
export const providers = (): Question<readonly Card<"provider">[]> => register("provider");
/** 办案机关, by name. */
export const organs = (): Question<readonly Card<"organ">[]> => register("organ");
/** 工作人员, by name, those no longer in post included. */
export const staff = (): Question<readonly Card<"staff">[]> => register("staff");
/** The names of whoever is head of the agency now, for "whose task is it"; "" when the register names nobody. */
export const headNames = (): Question<string> => async (desk) =>
  (await staff()(desk))
    .filter(({ facts }) => facts.isActive !== false && (facts.roles ?? []).includes("HEAD"))
    .map(({ facts }) => facts.name ?? "")
    .join("、");
/** Enrolled desks of the bureau; id = feed. */
export const devices = (): Question<readonly Card<"device">[]> => latest("device", { limit: REGISTER_MAX });

/** The bureau's own record; null before the first start is finished. */
export const bureau = (): Question<Card<"bureau"> | null> => async (desk) =>
  (await recordById("bureau", desk.session.bureau)(desk)) ??
  (await latest("bureau", { limit: 1 })(desk))[0] ??
  null;

/** Who is signed in, with the roles of the moment. */
export const actor = (): Question<Actor> => (desk) => actorOf(desk, desk.session);

/** Consultations, newest first. */
export const consultations = (page: Page): Question<readonly Card<"consultation">[]> =>
  latest("consultation", page);

/** The name of a record that a field refers to, for labels; "" when it is unknown. */
export const nameOf =
  (t: EntityType, id: string): Question<string> =>
  async (desk) => {
    const card = await recordById(t, id)(desk);
    const facts = (card?.facts ?? {}) as { readonly name?: string; readonly personName?: string };
    return facts.name ?? facts.personName ?? (card === null ? "" : titleOf(card.view));
  };
