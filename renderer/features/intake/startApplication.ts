import { openRecord } from "../../../shared/commands/openRecord.ts";
import type { Desk } from "../../data/desk.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { goTo } from "../../ui/route.ts";

/** What every application over the counter begins with; each can be changed on the page. */
const FIRST_FACTS = { origin: "APPLICATION", source: "SRC_WINDOW", sensitivity: "NORMAL", certType: "ID" };

/** Opens an empty application and goes to it; answers the refusal when the role may not. */
export const startApplication = async (desk: Desk) => {
  const id = newId(desk.wallMs());
  const result = await perform(desk, openRecord, { t: "aidFile", id, input: { facts: FIRST_FACTS } });
  if (result.ok) goTo("intake", id);
  return result;
};
