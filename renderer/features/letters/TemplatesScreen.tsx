import { Alert, Button } from "antd";
import { useState } from "react";
import { day } from "../../../shared/dictionary/field.ts";
import { DERIVED_SLOTS } from "../../../shared/documents/letterData.ts";
import { isLetterForm, type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { begunBy, templateFor } from "../../../shared/documents/templates.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { LetterPreview } from "../../print/LetterPreview.tsx";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { RowForm } from "../../ui/RowForm.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { TemplateList } from "./TemplateList.tsx";
import { TEMPLATE_WORDS } from "./templateWords.ts";
import { useLetterTemplate } from "./useLetterTemplate.ts";

type Template = ReturnType<typeof useLetterTemplate>;
type Part = { readonly form: LetterForm; readonly template: Template };

const FROM = { fromOn: day("启用日", "In use from", { open: true }) };

const useMayAdopt = (): boolean => {
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  return roles.includes("SYSADMIN") || roles.includes("HEAD");
};

const FromForm = ({
  title,
  save,
  onClose,
}: {
  readonly title: string;
  readonly save: (fromOn: Json) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  return (
    <RowForm
      shape={FROM}
      start={{ fromOn: today }}
      title={title}
      save={({ fromOn = null }) => save(fromOn)}
      onClose={onClose}
    />
  );
};

const Versions = ({ form, template }: Part) => {
  const { t } = useLanguage();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const mayAdopt = useMayAdopt();
  const choice = templateFor(form, template.adopted, today);
  const inForce = begunBy(form, template.adopted, today).at(-1)?.id;
  return (
    <SectionCard title={t(TEMPLATE_WORDS.versions)} note={`${t(TEMPLATE_WORDS.inForce)}${choice.version}`}>
      <div className="lad-buttons">
        <Button onClick={() => void template.saveShipped()}>{t(TEMPLATE_WORDS.saveShipped)}</Button>
        {mayAdopt && choice.kind === "bureau" && !isOpen && (
          <Button onClick={() => setOpen(true)}>{t(TEMPLATE_WORDS.back)}</Button>
        )}
      </div>
      {isOpen && (
        <FromForm title={t(TEMPLATE_WORDS.back)} save={template.goBack} onClose={() => setOpen(false)} />
      )}
      <ul>
        {template.adopted.map(({ id, facts: { version = "", fromOn = "", isShipped, bytes } }) => (
          <li key={id}>
            {filled(t(TEMPLATE_WORDS.since), { version, day: fromOn })}{" "}
            {isShipped === true && t(TEMPLATE_WORDS.shipped)} {id === inForce && t(TEMPLATE_WORDS.current)}
            {bytes !== undefined && (
              <Button type="link" size="small" onClick={() => void template.saveOwn(bytes, version)}>
                {t(TEMPLATE_WORDS.saveOwn)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

/** A slot by its own name and by what it means. */
const useSlotNames = () => {
  const { language } = useLanguage();
  return (names: readonly string[]): string =>
    names
      .map((name) => `{{${name}}}${DERIVED_SLOTS[name] ? `（${DERIVED_SLOTS[name][language]}）` : ""}`)
      .join("、");
};

const Report = ({ template: { picked } }: Pick<Part, "template">) => {
  const { t } = useLanguage();
  const names = useSlotNames();
  if (picked === null) return null;
  const { unknown, missing } = picked.report;
  return (
    <>
      {unknown.length > 0 && (
        <Alert type="error" showIcon role="alert" title={`${t(TEMPLATE_WORDS.unknown)}${names(unknown)}`} />
      )}
      {missing.length > 0 && (
        <Alert type="error" showIcon role="alert" title={`${t(TEMPLATE_WORDS.missing)}${names(missing)}`} />
      )}
    </>
  );
};

const Upload = ({ form, template }: Part) => {
  const { t, language } = useLanguage();
  const { picked, setPicked } = template;
  const pdf = picked?.pdf ?? null;
  return (
    <SectionCard title={t(TEMPLATE_WORDS.own)} note={t(TEMPLATE_WORDS.ownNote)}>
      <FilePicker label={t(TEMPLATE_WORDS.pick)} accept=".docx" onPick={(file) => void template.pick(file)} />
      <Report template={template} />
      {pdf !== null && (
        <>
          <FromForm
            title={t(TEMPLATE_WORDS.adopt)}
            save={template.adoptPicked}
            onClose={() => setPicked(null)}
          />
          <LetterPreview
            pdf={pdf}
            title={letterOf(form).title}
            language={language}
            onSavePdf={() => void template.savePreview(pdf)}
          />
        </>
      )}
    </SectionCard>
  );
};

const One = ({ form }: { readonly form: LetterForm }) => {
  const { t } = useLanguage();
  const template = useLetterTemplate(form);
  const mayAdopt = useMayAdopt();
  return (
    <>
      <PageHeader
        title={`${t(TEMPLATE_WORDS.title)} · ${form} ${t(letterOf(form).title)}`}
        actions={<Button onClick={() => goTo("templates")}>{t(TEMPLATE_WORDS.list)}</Button>}
      />
      <RefusalNotice refusal={template.refusal} t="template" />
      {template.path !== "" && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={filled(t(TEMPLATE_WORDS.saved), { path: template.path })}
        />
      )}
      <Versions form={form} template={template} />
      {mayAdopt && <Upload form={form} template={template} />}
    </>
  );
};

/** The templates of all letters, or of one (`id` is its form): taken away, edited elsewhere, checked, adopted. */
export const TemplatesScreen = ({ id }: { readonly id: string }) => {
  const { t } = useLanguage();
  if (isLetterForm(id)) return <One key={id} form={id} />;
  return (
    <>
      <PageHeader title={t(TEMPLATE_WORDS.title)} note={t(TEMPLATE_WORDS.note)} />
      <SectionCard title={t(TEMPLATE_WORDS.list)}>
        <TemplateList />
      </SectionCard>
    </>
  );
};
