import type { EntityType } from "../../shared/dictionary/entities.ts";
import { hrefTo } from "../ui/route.ts";

/** Where a record is shown: the screen, and of which record. */
type Address = { readonly screen: string; readonly id: string; readonly part?: string };

/** Kinds that have a screen of their own; every other kind is among the year's work. */
// biome-ignore format: a table is read by columns
const SCREENS: Partial<Readonly<Record<EntityType, (t: string, id: string) => Address>>> = {
  aidFile:      (_, id) => ({ screen: "file", id }),
  consultation: (_, id) => ({ screen: "consultations", id }),
  lawyer:       (t, id) => ({ screen: "registers", id: t, part: id }),
  provider:     (t, id) => ({ screen: "registers", id: t, part: id }),
  organ:        (t, id) => ({ screen: "registers", id: t, part: id }),
  staff:        () => ({ screen: "settings", id: "staff" }),
  bureau:       () => ({ screen: "settings", id: "" }),
  template:     () => ({ screen: "templates", id: "" }),
  device:       () => ({ screen: "settings", id: "" }),
  samePerson:   (_, id) => ({ screen: "persons", id }),
  statPeriod:   () => ({ screen: "statistics", id: "" }),
  look:         () => ({ screen: "looks", id: "" }),
  publication:  () => ({ screen: "settings", id: "" }),
  epoch:        () => ({ screen: "sync", id: "" }),
  hold:         () => ({ screen: "sync", id: "" }),
  grant:        () => ({ screen: "numbers", id: "" }),
  numberVoid:   () => ({ screen: "numbers", id: "" }),
};

/** Where a record of kind `t` is shown. */
export const addressOf = (t: EntityType, id: string): Address =>
  SCREENS[t]?.(t, id) ?? { screen: "records", id: t, part: id };

/** The same as a link. */
export const hrefOf = (t: EntityType, id: string): string => {
  const { screen, id: of, part } = addressOf(t, id);
  return hrefTo(screen, of, part);
};
