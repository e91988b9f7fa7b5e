import { Alert } from "antd";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { carriedOf } from "../../../shared/workflow/carriedFacts.ts";
import { referredFacts } from "../../../shared/workflow/referral.ts";
import type { Incoming } from "../../data/referral.ts";
import { factText } from "../../ui/factText.ts";
import { useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { hrefTo } from "../../ui/route.ts";
import { filled } from "../../ui/words.ts";
import { INTAKE_WORDS } from "./words.ts";

/** Enough of a hash to compare two papers by eye. */
const HASH_SHOWN = 16;

type Props = { readonly incoming: Incoming };

const Others = ({ incoming: { others } }: Props) => {
  const { t } = useLanguage();
  if (others.length === 0) return null;
  return (
    <p>
      {t(INTAKE_WORDS.referredSame)}
      {others.map(({ card: { id, facts } }) => (
        <a key={id} href={hrefTo("file", id)}>
          {facts.personName ?? t(INTAKE_WORDS.unnamed)} {facts.caseNo ?? facts.applicationNo ?? ""}{" "}
        </a>
      ))}
    </p>
  );
};

/** Whom it is addressed to, where that is not how this agency calls itself. */
const OtherAddressee = ({ incoming: { referral, own } }: Props) => {
  const { t } = useLanguage();
  const { to } = referral;
  const [name] = own;
  if (name === undefined || own.some((each) => to.includes(each) || each.includes(to))) return null;
  return <Alert type="warning" showIcon title={filled(t(INTAKE_WORDS.referredOther), { to, own: name })} />;
};

/** What a referral file says of itself before anything of it is received: from whom, what, and how much. */
export const ReferralPreview = ({ incoming }: Props) => {
  const { t, language } = useLanguage();
  const { referral, opened, isSupplement } = incoming;
  const { from, to, number, counter, what, records, history } = referral;
  const facts = referredFacts(referral);
  const left = carriedOf(referral).left.map((f) => fieldOf("aidFile", f)?.label[language] ?? f);
  const label = (f: string): string => fieldOf("aidFile", f)?.label[language] ?? f;
  const value = (f: string): string => {
    const field = fieldOf("aidFile", f);
    return field === undefined ? "" : factText(field, facts[f], language);
  };
  const counts = { records: records.length, lines: history.length, scans: opened.scans.length };
  return (
    <section className="intake-referred" aria-label={t(INTAKE_WORDS.referredPreview)}>
      <h3>{t(INTAKE_WORDS.referredPreview)}</h3>
      <Pairs
        pairs={[
          [t(INTAKE_WORDS.referredFrom), from.name],
          [t(INTAKE_WORDS.referredNo), number],
          [t(INTAKE_WORDS.referredTo), to],
          [t(INTAKE_WORDS.referredAt), referral.referredAt.replace("T", " ")],
          [t(INTAKE_WORDS.referredBy), `${referral.writtenBy} ${referral.writtenAt.replace("T", " ")}`],
          [
            t(INTAKE_WORDS.referredKind),
            filled(t(isSupplement ? INTAKE_WORDS.referredMore : INTAKE_WORDS.referredFirst), { n: counter }),
          ],
          [t(INTAKE_WORDS.referredWhat), what],
          [label("personName"), value("personName")],
          [label("matter"), value("matter")],
          [t(INTAKE_WORDS.referredHolds), filled(t(INTAKE_WORDS.referredCount), counts)],
          [t(INTAKE_WORDS.referredHash), opened.sha256.slice(0, HASH_SHOWN)],
          [t(INTAKE_WORDS.referredLeft), isSupplement ? "" : left.join(language === "zh" ? "、" : ", ")],
        ]}
      />
      <OtherAddressee incoming={incoming} />
      {!isSupplement && <Others incoming={incoming} />}
    </section>
  );
};
