import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import { targetOf } from "../../../shared/dictionary/references.ts";
import type { LawyerFacts, ProviderFacts } from "../../../shared/dictionary/registers.ts";
import type { LetterAddress } from "../../../shared/documents/letters.ts";
import { letterOf } from "../../../shared/documents/letters.ts";
import type { AdoptedTemplate } from "../../../shared/documents/templates.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Desk } from "../desk.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";
import { latest, recordById, sortedUnder } from "./records.ts";

/** Registers are small; a county has dozens of lawyers, units and stations. */
const REGISTER_MAX = 1000;
/** More versions of one form than a bureau adopts in its life. */
const VERSIONS_MAX = 500;
const LAST = "\uffff";

type Related = Readonly<Record<string, RecordView>>;

/** Everything a letter reads besides the bureau, the staff and the law. */
export type LetterSources = {
  readonly view: RecordView;
  readonly related: Related;
  readonly names: Readonly<Record<string, string>>;
  readonly peers: readonly RecordView[];
  readonly templates: readonly AdoptedTemplate[];
  readonly lawyer?: LawyerFacts;
  readonly provider?: ProviderFacts;
};

/** The records that the references of a record name, but for staff, by the name of the field. */
const relatedTo = async (desk: Desk, { t, view }: Card<EntityType>): Promise<Related> => {
  const refs = Object.entries(ENTITIES[t].shape).filter(
    ([f, { kind }]) => kind === "ref" && targetOf(f) !== "staff" && typeof view.facts[f] === "string",
  );
  const found = await Promise.all(
    refs.map(async ([f]) => [f, await recordById(targetOf(f), String(view.facts[f]))(desk)] as const),
  );
  return Object.fromEntries(found.flatMap(([f, card]) => (card === null ? [] : [[f, card.view] as const])));
};

const namesIn = async (desk: Desk): Promise<Readonly<Record<string, string>>> => {
  const kinds = ["lawyer", "provider", "dutyStation"] as const;
  const lists = await Promise.all(kinds.map((t) => latest(t, { limit: REGISTER_MAX })(desk)));
  return Object.fromEntries(lists.flat().map(({ id, facts }) => [id, facts.name ?? ""]));
};

/** The duty services of a month, of every station: the ledger itself says which are its own. */
const monthOfServices = async (desk: Desk, month: string): Promise<readonly RecordView[]> => {
  const range = desk.db.records
    .where("[t+on]")
    .between(["dutyService", month], ["dutyService", `${month}${LAST}`], true, true);
  return (await cardsOf<"dutyService">(desk, await range.toArray())).map(({ view }) => view);
};

/** The versions of a form's template that the bureau has adopted, whenever they begin. */
export const templatesOf =
  (form: string): Question<readonly AdoptedTemplate[]> =>
  async (desk) =>
    (await sortedUnder("template", form, VERSIONS_MAX)(desk)).map(({ id, facts }) => ({ id, facts }));

/** The versions of all forms, to say which of them are in force. */
export const allTemplates = (): Question<readonly AdoptedTemplate[]> => async (desk) =>
  (await latest("template", { limit: VERSIONS_MAX })(desk)).map(({ id, facts }) => ({ id, facts }));

/** Who acts: on the record itself, else on the file it belongs to; and the unit of that person. */
const handlerOf = async (desk: Desk, view: RecordView, related: Related) => {
  const own = view.facts as AidFacts;
  const file = (related.fileId?.facts ?? {}) as AidFacts;
  const lawyerId = own.lawyerId ?? file.lawyerId;
  const lawyer = lawyerId === undefined ? null : await recordById("lawyer", lawyerId)(desk);
  const providerId = own.providerId ?? file.providerId ?? lawyer?.facts.providerId;
  const provider = providerId === undefined ? null : await recordById("provider", providerId)(desk);
  return { ...(lawyer && { lawyer: lawyer.facts }), ...(provider && { provider: provider.facts }) };
};

/** What a letter of this record is made of; null without such a record. */
export const letterSources =
  (id: string, { form, t, about }: LetterAddress): Question<LetterSources | null> =>
  async (desk) => {
    const card = await recordById<EntityType>(t, id)(desk);
    if (card === null) return null;
    const related = await relatedTo(desk, card);
    const [names, templates, peers, handler] = await Promise.all([
      namesIn(desk),
      templatesOf(form)(desk),
      letterOf(form).about === "month" ? monthOfServices(desk, about) : [],
      handlerOf(desk, card.view, related),
    ]);
    return { view: card.view, related, names, templates, peers, ...handler };
  };
