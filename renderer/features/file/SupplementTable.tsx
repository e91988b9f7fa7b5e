import { Button } from "antd";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { mayAdopt } from "../../../shared/workflow/carriedFacts.ts";
import {
  type NewFact,
  newFacts,
  openSupplement,
  parcelsOf,
  referralIn,
} from "../../../shared/workflow/referral.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import type { Card } from "../../data/questions/card.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { filled } from "../../ui/words.ts";
import { cameLabel, cameValue } from "./cameText.ts";
import { REFERRAL_WORDS } from "./referralWords.ts";
import type { OpenFileView } from "./useFile.ts";

type Props = { readonly file: OpenFileView; readonly transfer: Card<"transfer"> };
type RowProps = {
  readonly file: OpenFileView;
  readonly fact: NewFact;
  readonly onAdopt: (fact: NewFact) => void;
};

const Row = ({ file, fact, onAdopt }: RowProps) => {
  const { t, language } = useLanguage();
  const { f, before, now } = fact;
  const here = file.card.view.facts[f] ?? null;
  const isSame = canonicalJson(here) === canonicalJson(now);
  return (
    <tr>
      <th scope="row">{cameLabel("aidFile", f, language)}</th>
      <td>{cameValue({ t: "aidFile", f }, before, language)}</td>
      <td>{cameValue({ t: "aidFile", f }, now, language)}</td>
      <td>
        {cameValue({ t: "aidFile", f }, here, language)}{" "}
        {isSame && <span className="lad-quiet">{t(REFERRAL_WORDS.adopted)}</span>}
        {!isSame && mayAdopt(f, now) && mayWrite("aidFile", file.roles) && (
          <Button size="small" onClick={() => onAdopt(fact)}>
            {t(REFERRAL_WORDS.adopt)}
          </Button>
        )}
      </td>
    </tr>
  );
};

const Facts = ({ file, facts, onAdopt }: Omit<RowProps, "fact"> & { readonly facts: readonly NewFact[] }) => {
  const { t } = useLanguage();
  if (facts.length === 0) return <p>{t(REFERRAL_WORDS.sameFacts)}</p>;
  return (
    <table className="lad-table">
      <thead>
        <tr>
          {[REFERRAL_WORDS.item, REFERRAL_WORDS.before, REFERRAL_WORDS.now, REFERRAL_WORDS.here].map(
            (head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <Row key={fact.f} file={file} fact={fact} onAdopt={onAdopt} />
        ))}
      </tbody>
    </table>
  );
};

const useSupplement = ({ file, transfer }: Props) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const adopt = async ({ f, now }: NewFact): Promise<void> => {
    const wish = { t: "aidFile", id: file.card.id, input: { facts: { [f]: now } } } as const;
    tell(await perform(desk, recordFacts, wish));
  };
  const review = async (parcelReviewed: number): Promise<void> => {
    const wish = { t: "transfer", id: transfer.id, input: { facts: { parcelReviewed } } } as const;
    tell(await perform(desk, recordFacts, wish));
  };
  return { adopt, review, refusal };
};

/** The supplement that waits to be gone through: what it says otherwise, beside what stands here. Nothing is taken over by itself. */
export const SupplementTable = ({ file, transfer }: Props) => {
  const { t } = useLanguage();
  const { adopt, review, refusal } = useSupplement({ file, transfer });
  const { facts } = transfer.view;
  const open = openSupplement(facts);
  if (open === undefined) return null;
  const read = typeof facts.parcelReviewed === "number" ? facts.parcelReviewed : 0;
  const [first, ...more] = parcelsOf(facts);
  const earlier = more.findLast(({ counter }) => counter <= read) ?? first;
  const [before, now] = [earlier && referralIn(facts, earlier), referralIn(facts, open)];
  const title = filled(t(REFERRAL_WORDS.supplement), { n: open.counter });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {open.what !== undefined && <p>{filled(t(REFERRAL_WORDS.supplementWhat), { what: open.what })}</p>}
      {before === undefined || now === undefined ? (
        <p className="lad-quiet">{t(REFERRAL_WORDS.notHere)}</p>
      ) : (
        <Facts file={file} facts={newFacts(before, now)} onAdopt={(fact) => void adopt(fact)} />
      )}
      <RefusalNotice refusal={refusal} t="aidFile" />
      {mayWrite("transfer", file.roles) && now !== undefined && (
        <Button type="primary" className="file-supplement-done" onClick={() => void review(open.counter)}>
          {t(REFERRAL_WORDS.reviewed)}
        </Button>
      )}
    </section>
  );
};
