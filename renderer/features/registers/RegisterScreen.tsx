import { Segmented } from "antd";
import { useState } from "react";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { mayStart } from "../../../shared/workflow/steps.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { factText } from "../../ui/factText.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo, hrefTo } from "../../ui/route.ts";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { isRegister, REGISTERS, type RegisterName } from "./registers.ts";
import { useRegister } from "./useRegister.ts";
import { REGISTER_WORDS } from "./words.ts";
import "./registers.css";

type Cards = NonNullable<ReturnType<typeof useRegister>["cards"]>;

const Table = ({ name, cards }: { readonly name: RegisterName; readonly cards: Cards }) => {
  const { t, language } = useLanguage();
  const columns = REGISTERS[name].listed.flatMap((f) => {
    const field = fieldOf(name, f);
    return field === undefined ? [] : [{ f, field }];
  });
  return (
    <table className="lad-table register-table" aria-label={t(REGISTERS[name].title)}>
      <thead>
        <tr>
          <th scope="col">{t(REGISTER_WORDS.name)}</th>
          {columns.map(({ f, field }) => (
            <th key={f} scope="col">
              {field.label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cards.map(({ id, facts, view }) => (
          <tr key={id}>
            <td>
              <a href={hrefTo("registers", name, id)}>{facts.name ?? id}</a>
            </td>
            {columns.map(({ f, field }) => (
              <td key={f}>{factText(field, view.facts[f], language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const NewEntry = ({
  name,
  onStart,
}: {
  readonly name: RegisterName;
  readonly onStart: (title: string) => Promise<void>;
}) => {
  const { t } = useLanguage();
  const needed = useNeeded();
  const [title, setTitle] = useState("");
  return (
    <span className="register-new">
      <TextInput
        value={title}
        onCommit={setTitle}
        onText={setTitle}
        label={t(REGISTER_WORDS.newName)}
        placeholder={t(REGISTER_WORDS.newName)}
        max={80}
      />
      <WaitingButton
        type="primary"
        waitsFor={needed([t(REGISTER_WORDS.name), title.trim() !== ""])}
        onClick={() => void onStart(title.trim())}
      >
        {t(REGISTERS[name].start)}
      </WaitingButton>
    </span>
  );
};

const List = ({ name }: { readonly name: RegisterName }) => {
  const { t } = useLanguage();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const { cards, start, refusal } = useRegister(name);
  return (
    <>
      <PageHeader
        title={t(REGISTERS[name].title)}
        note={t(REGISTERS[name].note)}
        actions={mayStart(name, roles) && <NewEntry name={name} onStart={start} />}
      />
      <Segmented
        aria-label={t(REGISTER_WORDS.which)}
        value={name}
        onChange={(picked) => goTo("registers", picked)}
        options={(Object.keys(REGISTERS) as RegisterName[]).map((value) => ({
          value,
          label: t(REGISTERS[value].title),
        }))}
      />
      <RefusalNotice refusal={refusal} t={name} />
      {cards?.length === 0 ? (
        <EmptyState text={t(REGISTER_WORDS.none)} />
      ) : (
        <Table name={name} cards={cards ?? []} />
      )}
    </>
  );
};

/** The registers of lawyers, units and organs (`id` names one), or one entry of it (`part`). */
export const RegisterScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const name = isRegister(id) ? id : "lawyer";
  return part === "" ? <List name={name} /> : <EntryPage name={name} id={part} />;
};
