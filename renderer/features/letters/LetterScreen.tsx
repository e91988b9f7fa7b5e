import { Alert, Button } from "antd";
import { useEffect, useEffectEvent } from "react";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { DERIVED_SLOTS } from "../../../shared/documents/letterData.ts";
import { isLetterForm, type LetterForm } from "../../../shared/documents/letters.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { LetterPreview } from "../../print/LetterPreview.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { useLetter } from "./useLetter.ts";
import { type Unnumbered, useLetterScene } from "./useLetterScene.ts";
import { LETTER_WORDS } from "./words.ts";

type Props = { readonly form: LetterForm; readonly scene: Unnumbered };
type Letter = ReturnType<typeof useLetter>;

/** A letter may lack what no field alone holds, such as the sentence on the designation: named as the letters name it. */
const named = (refusal: Refusal | null, language: Language): Refusal | null => {
  const slot = refusal?.detail !== undefined && DERIVED_SLOTS[refusal.detail];
  return refusal !== null && slot ? { ...refusal, detail: slot[language] } : refusal;
};

const Issued = ({ form, scene, letter }: Props & { readonly letter: Letter }) => {
  const { t } = useLanguage();
  const issued = ((scene.view.facts as AidFacts).letters ?? []).filter((each) => each.form === form);
  if (issued.length === 0) return null;
  return (
    <SectionCard
      title={t(LETTER_WORDS.issued)}
      extra={<Button onClick={() => void letter.make()}>{t(LETTER_WORDS.remake)}</Button>}
    >
      <ul>
        {issued.map(({ pdfHash = "", number, issuedAt }) => (
          <li key={`${pdfHash}${issuedAt}`}>
            {issuedAt?.replace("T", " ")} {number}{" "}
            <Button type="link" size="small" onClick={() => void letter.reprint(pdfHash)}>
              {t(LETTER_WORDS.reprint)}
            </Button>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

const Sheet = ({ letter }: { readonly letter: Letter }) => {
  const { language } = useLanguage();
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
      onSavePdf={() => void save(pdf, `${name}.pdf`)}
      {...(shown.is === "made" && {
        uncovered: shown.made.uncovered,
        onIssue: () => void issue(shown),
        onSaveDocx: () => void save(shown.made.docx, `${name}.docx`),
      })}
    />
  );
};

const Open = ({ form, scene }: Props) => {
  const { t, language } = useLanguage();
  const letter = useLetter(form, scene);
  const { shown, path, refusal, isBusy, make } = letter;
  const wasIssued = ((scene.view.facts as AidFacts).letters ?? []).some((each) => each.form === form);
  const begin = useEffectEvent(() => (wasIssued ? undefined : void make()));
  useEffect(() => begin(), []);
  const back = (): void =>
    scene.view.t === "aidFile" ? goTo("file", scene.view.id) : goTo("consultations", scene.view.id);
  return (
    <>
      <PageHeader
        title={`${t(letter.letter.title)}（${form}）`}
        note={`${t(LETTER_WORDS.addressee)}${t(letter.letter.addressee)} · ${letter.letter.source}`}
        actions={<Button onClick={back}>{t(LETTER_WORDS.back)}</Button>}
      />
      <RefusalNotice refusal={named(refusal, language)} t={scene.view.t} />
      {refusal?.code === "number-provisional" && (
        <Alert type="info" showIcon className="lad-notice" title={t(LETTER_WORDS.noNumber)} />
      )}
      {shown?.is === "stored" && wasIssued && (
        <Alert role="status" type="success" showIcon className="lad-notice" title={t(LETTER_WORDS.done)} />
      )}
      {path !== "" && (
        <Alert
          role="status"
          type="success"
          showIcon
          className="lad-notice"
          title={filled(t(LETTER_WORDS.saved), { path })}
        />
      )}
      {isBusy && shown === null && <p role="status">{t(LETTER_WORDS.making)}</p>}
      <Issued form={form} scene={scene} letter={letter} />
      <Sheet letter={letter} />
    </>
  );
};

const Loaded = ({ id, form }: { readonly id: string; readonly form: LetterForm }) => {
  const { t } = useLanguage();
  const scene = useLetterScene(form, id);
  if (scene === null) return <EmptyState text={t(LETTER_WORDS.notFound)} />;
  if (scene === undefined) return <p role="status">{t(LETTER_WORDS.making)}</p>;
  return <Open form={form} scene={scene} />;
};

/** One letter of one record (`part` is its form): previewed, issued, printed, saved; the same bytes all along. */
export const LetterScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const { t } = useLanguage();
  return isLetterForm(part) ? <Loaded id={id} form={part} /> : <EmptyState text={t(LETTER_WORDS.unknown)} />;
};
