import { Alert, Button } from "antd";
import { useEffect, useEffectEvent } from "react";
import { undisputed } from "../../../shared/commands/numberContested.ts";
import { DERIVED_SLOTS } from "../../../shared/documents/letterData.ts";
import { issuedCopies, type LetterAddress, letterAddress } from "../../../shared/documents/letters.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { citedIn } from "../../../shared/law/citedIn.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import { contestedNumbersOf } from "../../data/questions/numberContests.ts";
import { useLaterAnswer } from "../../data/useAnswer.ts";
import { addressOf } from "../../parts/address.ts";
import { LetterPreview } from "../../print/LetterPreview.tsx";
import { useDeskStore } from "../../state/deskStore.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { refusalText } from "../../ui/refusalText.ts";
import { goTo } from "../../ui/route.ts";
import { filled } from "../../ui/words.ts";
import { IssuedCopies } from "./IssuedCopies.tsx";
import { LetterFacts } from "./LetterFacts.tsx";
import { useLetter } from "./useLetter.ts";
import { type Ready, useLetterScene } from "./useLetterScene.ts";
import { LETTER_WORDS } from "./words.ts";

type Props = { readonly address: LetterAddress; readonly ready: Ready };
type Letter = ReturnType<typeof useLetter>;

/** A letter may lack what no field alone holds, such as the sentence on the designation: named as the letters name it. */
const named = (refusal: Refusal | null, language: Language): Refusal | null => {
  const slot = refusal?.detail !== undefined && DERIVED_SLOTS[refusal.detail];
  return refusal !== null && slot ? { ...refusal, detail: slot[language] } : refusal;
};

/** Why no copy of a letter may leave the office; null while nobody disagrees on the record or its number. */
const useWithheld = (view: RecordView): string | null => {
  const { language } = useLanguage();
  const twice = useLaterAnswer(contestedNumbersOf(view.id), [view.id]) ?? [];
  const settled = undisputed(view, { law: { twiceNumbered: twice.map(() => view.id) } });
  return settled.ok ? null : refusalText(settled.refusal, language, view.t);
};

const Sheet = ({ letter, view }: { readonly letter: Letter; readonly view: RecordView }) => {
  const { language } = useLanguage();
  const withheld = useWithheld(view);
  const { shown, issue, save, isBusy } = letter;
  if (shown === null) return null;
  const pdf = shown.is === "made" ? shown.made.pdf : shown.pdf;
  const name = shown.is === "made" ? shown.made.pdfHash.slice(0, 8) : shown.name;
  return (
    <LetterPreview
      pdf={pdf}
      title={letter.letter.title}
      language={language}
      isBusy={isBusy}
      withheld={withheld}
      onSavePdf={() => void save(pdf, `${name}.pdf`)}
      {...(shown.is === "made" && {
        uncovered: shown.made.uncovered,
        onIssue: () => void issue(shown),
        onSaveDocx: () => void save(shown.made.docx, `${name}.docx`),
      })}
    />
  );
};

const Notices = ({ letter, wasIssued }: { readonly letter: Letter; readonly wasIssued: boolean }) => {
  const { t } = useLanguage();
  const { shown, path, refusal, isBusy } = letter;
  const good = { role: "status", type: "success", showIcon: true, className: "lad-notice" } as const;
  return (
    <>
      {refusal?.code === "number-provisional" && (
        <Alert type="info" showIcon className="lad-notice" title={t(LETTER_WORDS.noNumber)} />
      )}
      {shown?.is === "stored" && wasIssued && <Alert {...good} title={t(LETTER_WORDS.done)} />}
      {path !== "" && <Alert {...good} title={filled(t(LETTER_WORDS.saved), { path })} />}
      {isBusy && shown === null && <p role="status">{t(LETTER_WORDS.making)}</p>}
    </>
  );
};

/** Copies of this very letter: a proof of service and a month's ledger are made anew whenever they are asked for. */
const copiesOf = ({ form, about }: LetterAddress, { scene }: Ready) =>
  about === "" ? issuedCopies(scene.view).filter((copy) => copy.form === form) : [];

const Open = ({ address, ready }: Props) => {
  const { t, language } = useLanguage();
  const { form } = address;
  const letter = useLetter(form, ready);
  const { view } = ready.scene;
  const copies = copiesOf(address, ready);
  const begin = useEffectEvent(() => (copies.length > 0 ? undefined : void letter.make()));
  useEffect(() => begin(), []);
  const back = (): void => {
    const { screen, id, part } = addressOf(address.t, view.id);
    goTo(screen, id, part);
  };
  return (
    <>
      <PageHeader
        title={`${t(letter.letter.title)}（${form}）`}
        note={`${t(LETTER_WORDS.addressee)}${t(letter.letter.addressee)} · ${citedIn(language, letter.letter.source)}`}
        actions={<Button onClick={back}>{t(LETTER_WORDS.back)}</Button>}
      />
      <LetterFacts view={view} letter={letter} />
      <RefusalNotice refusal={named(letter.refusal, language)} t={view.t} />
      <Notices letter={letter} wasIssued={copies.length > 0} />
      <IssuedCopies copies={copies} letter={letter} />
      <Sheet letter={letter} view={view} />
    </>
  );
};

const Loaded = ({ id, address }: { readonly id: string; readonly address: LetterAddress }) => {
  const { t } = useLanguage();
  const ready = useLetterScene(id, address);
  if (ready === null) return <EmptyState text={t(LETTER_WORDS.notFound)} />;
  if (ready === undefined) return <p role="status">{t(LETTER_WORDS.making)}</p>;
  return <Open address={address} ready={ready} />;
};

/** One letter of one record (`part` says which): previewed, issued, printed, saved; the same bytes all along. */
export const LetterScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const { t } = useLanguage();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const address = letterAddress(part);
  if (address === undefined) return <EmptyState text={t(LETTER_WORDS.unknown)} />;
  if (!mayRead(address.t, roles)) return <EmptyState text={t(LETTER_WORDS.notFound)} />;
  return <Loaded key={`${id}/${part}`} id={id} address={address} />;
};
