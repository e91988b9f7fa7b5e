import { Button } from "antd";
import { ENTITIES, fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { AUDIT_TEXTS } from "./texts.ts";

const SHOWN = 500;

/** What a note of the audit says; every part may be missing in notes of other versions. */
type NoteBody = {
  readonly what?: string;
  readonly purpose?: string;
  readonly t?: string;
  readonly id?: string;
  readonly why?: string;
};
type Note = { readonly at: string; readonly login: string; readonly body: string };

const bodyOf = ({ body }: Note): NoteBody => JSON.parse(body) as NoteBody;
const whatText = ({ t = "", what = "" }: NoteBody, language: Language): string =>
  fieldOf(t, what)?.label[language] ?? what;
const SCREEN_OF: Readonly<Record<string, string>> = { aidFile: "file", consultation: "consultations" };

const RecordLink = ({ body: { t = "", id = "" } }: { readonly body: NoteBody }) => {
  const { language } = useLanguage();
  if (!isEntityType(t)) return null;
  return <a href={hrefTo(SCREEN_OF[t] ?? "dashboard", id)}>{ENTITIES[t].label[language]}</a>;
};

const Reveals = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { language, t } = useLanguage();
  const heads = [
    AUDIT_TEXTS.at,
    AUDIT_TEXTS.login,
    AUDIT_TEXTS.what,
    AUDIT_TEXTS.record,
    AUDIT_TEXTS.purpose,
  ];
  return (
    <table className="lad-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notes.map((note) => (
          <tr key={`${note.at}${note.body}`}>
            <td className="lad-tight">{machineTimeText(note.at)}</td>
            <td>{note.login}</td>
            <td>{whatText(bodyOf(note), language)}</td>
            <td>
              <RecordLink body={bodyOf(note)} />
            </td>
            <td>{bodyOf(note).purpose}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

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
  const audit = useHostAnswer("journal.notes", { kind: "audit", limit: SHOWN });
  const lost = useHostAnswer("journal.notes", { kind: "projectionLost", limit: SHOWN });
  const reveals = audit?.ok === true ? audit.value.notes : [];
  const rebuilds = lost?.ok === true ? lost.value.notes : [];
  return (
    <>
      <PageHeader
        title={t(AUDIT_TEXTS.title)}
        note={t(AUDIT_TEXTS.note)}
        actions={<Button onClick={() => print()}>{t(AUDIT_TEXTS.print)}</Button>}
      />
      <SectionCard title={t(AUDIT_TEXTS.reveals)}>
        {reveals.length === 0 ? (
          <p className="lad-quiet">{t(AUDIT_TEXTS.none)}</p>
        ) : (
          <Reveals notes={reveals} />
        )}
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
