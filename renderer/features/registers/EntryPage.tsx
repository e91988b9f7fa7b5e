import { Button } from "antd";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { REGISTERS, type RegisterName } from "./registers.ts";
import { useEntry } from "./useRegister.ts";
import { REGISTER_WORDS } from "./words.ts";

/** One entry of a register; every field is saved as it is entered. */
export const EntryPage = ({ name, id }: { readonly name: RegisterName; readonly id: string }) => {
  const t = useLabel();
  const { card, units } = useEntry(name, id);
  const { title, names, rows } = REGISTERS[name];
  if (card === null) return <EmptyState text={t(REGISTER_WORDS.notFound)} />;
  if (card === undefined) return <EmptyState text={t(REGISTER_WORDS.loading)} />;
  return (
    <>
      <PageHeader
        title={`${t(title)} · ${card.facts.name ?? ""}`}
        note={t(REGISTER_WORDS.autosave)}
        actions={<Button onClick={() => goTo("registers", name)}>{t(REGISTER_WORDS.back)}</Button>}
      />
      <SectionCard title={card.facts.name ?? t(title)}>
        <FactsForm
          view={card.view}
          names={names}
          columns={3}
          required={["name"]}
          options={{ providerId: units }}
        />
        {rows.map((f) => (
          <RowsEditor key={f} record={card.view} f={f} />
        ))}
      </SectionCard>
    </>
  );
};
