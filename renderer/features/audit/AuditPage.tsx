import { Button } from "antd";
import { latest } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { LookTable } from "./LookTable.tsx";
import { AUDIT_TEXTS } from "./texts.ts";

const SHOWN = 500;

/** What a note of a rebuild says; it may be missing in notes of other versions. */
type NoteBody = { readonly why?: string };
type Note = { readonly at: string; readonly login: string; readonly body: string };

const bodyOf = ({ body }: Note): NoteBody => JSON.parse(body) as NoteBody;

const Rebuilds = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { t } = useLanguage();
  const causes: Readonly<Record<string, string>> = {
    empty: t(AUDIT_TEXTS.empty),
    unreadable: t(AUDIT_TEXTS.unreadable),
    foreign: t(AUDIT_TEXTS.foreign),
  };
  return (
    <ul>
      {notes.map((note) => {
        const { why = "" } = bodyOf(note);
        return (
          <li key={note.at}>
            {machineTimeText(note.at)} · {note.login} · {causes[why] ?? why}
          </li>
        );
      })}
    </ul>
  );
};

/** Read only: what was looked at in full and why (《个人信息保护法》第51、54条), and when the database was rebuilt. */
export const AuditPage = () => {
  const { t } = useLanguage();
  const looks = useAnswer(latest("look", { limit: SHOWN }), []) ?? [];
  const lost = useHostAnswer("journal.notes", { kind: "projectionLost", limit: SHOWN });
  const rebuilds = lost?.ok === true ? lost.value.notes : [];
  return (
    <>
      <PageHeader
        title={t(AUDIT_TEXTS.title)}
        note={t(AUDIT_TEXTS.note)}
        actions={<Button onClick={() => print()}>{t(AUDIT_TEXTS.print)}</Button>}
      />
      <SectionCard title={t(AUDIT_TEXTS.reveals)}>
        <LookTable looks={looks} />
      </SectionCard>
      <SectionCard title={t(AUDIT_TEXTS.rebuilt)}>
        {rebuilds.length === 0 ? (
          <p className="lad-quiet">{t(AUDIT_TEXTS.none)}</p>
        ) : (
          <Rebuilds notes={rebuilds} />
        )}
      </SectionCard>
    </>
  );
};
