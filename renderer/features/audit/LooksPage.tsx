import { Button } from "antd";
import { useState } from "react";
import { fileById } from "../../data/questions/files.ts";
import { looksAt } from "../../data/questions/looks.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { LookTable } from "./LookTable.tsx";
import { AUDIT_TEXTS } from "./texts.ts";

/** As many as one reads; a longer list is narrowed by record or by person. */
const SHOWN = 1000;

const ByPerson = ({ picked, onPick }: { readonly picked: string; readonly onPick: (id: string) => void }) => {
  const { t } = useLanguage();
  const people = useAnswer(staff(), []) ?? [];
  return (
    <ChoiceInput
      label={t(AUDIT_TEXTS.who)}
      placeholder={t(AUDIT_TEXTS.everybody)}
      value={picked === "" ? undefined : picked}
      onPick={(id) => onPick(id ?? "")}
      options={people.map(({ id, facts }) => ({ value: id, label: facts.name ?? id }))}
    />
  );
};

/** 谁看过: every look at one record (`id`), or at all of them; by person where one is picked (《个人信息保护法》第51、54条). */
export const LooksPage = ({ id }: { readonly id: string }) => {
  const { t } = useLanguage();
  const [person, setPerson] = useState("");
  const { looks, files } = useAnswer(looksAt(id, SHOWN), [id]) ?? { looks: [], files: 1 };
  const file = useAnswer(fileById(id), [id]);
  const shown = looks.filter(({ facts }) => person === "" || facts.lookerId === person);
  return (
    <>
      <PageHeader
        title={
          id === ""
            ? t(AUDIT_TEXTS.looksTitle)
            : `${t(AUDIT_TEXTS.looksTitle)} · ${file?.facts.personName ?? ""}`
        }
        note={t(AUDIT_TEXTS.looksNote)}
        actions={
          <>
            <span className="file-filter">
              <ByPerson picked={person} onPick={setPerson} />
            </span>
            {id !== "" && <Button onClick={() => goTo("file", id)}>{t(AUDIT_TEXTS.toRecord)}</Button>}
            {id !== "" && <Button onClick={() => goTo("looks")}>{t(AUDIT_TEXTS.all)}</Button>}
            <Button onClick={() => print()}>{t(AUDIT_TEXTS.print)}</Button>
          </>
        }
      />
      <SectionCard title={t(AUDIT_TEXTS.reveals)}>
        <LookTable looks={shown} isOfOne={id !== "" && files === 1} />
      </SectionCard>
    </>
  );
};
