import { Alert, Button } from "antd";
import { useState } from "react";
import { mayStart } from "../../../shared/workflow/steps.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { type LedgerView, ledger } from "../../data/questions/ledger.ts";
import { latest } from "../../data/questions/records.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { Balances } from "./Balances.tsx";
import { Entries } from "./Entries.tsx";
import { exportLedger } from "./exportLedger.ts";
import { LEDGER_WORDS } from "./words.ts";
import "./ledger.css";

const DONATIONS_MAX = 500;

type Names = (id: string | undefined) => string;

const useNames = (): Names => {
  const people = useAnswer(staff(), []) ?? [];
  const donations = useAnswer(latest("donation", { limit: DONATIONS_MAX }), []) ?? [];
  const names = new Map([
    ...people.map(({ id, facts }): [string, string] => [id, facts.name ?? ""]),
    ...donations.map(({ id, facts }): [string, string] => [id, facts.donorName ?? ""]),
  ]);
  return (id = "") => names.get(id) ?? id.slice(0, 8);
};

const Export = ({ view, names }: { readonly view: LedgerView; readonly names: Names }) => {
  const { t } = useLanguage();
  const desk = useDesk();
  const needed = useNeeded();
  const [purpose, setPurpose] = useState("");
  const [path, setPath] = useState("");
  const { refusal, tell } = useRefusal();
  const run = async (): Promise<void> => {
    const saved = tell(await exportLedger(desk, view, { names, purpose }));
    setPath(saved.ok ? saved.value : "");
  };
  return (
    <SectionCard title={t(LEDGER_WORDS.exportIt)}>
      <div className="ledger-export">
        <TextInput
          value={purpose}
          onText={setPurpose}
          onCommit={setPurpose}
          label={t(LEDGER_WORDS.why)}
          placeholder={t(LEDGER_WORDS.why)}
          max={200}
        />
        <WaitingButton
          waitsFor={needed([t(LEDGER_WORDS.why), purpose.trim() !== ""])}
          onClick={() => void run()}
        >
          {t(LEDGER_WORDS.confirm)}
        </WaitingButton>
      </div>
      <RefusalNotice refusal={refusal} />
      {path !== "" && (
        <Alert role="status" type="success" showIcon title={filled(t(LEDGER_WORDS.exported), { path })} />
      )}
    </SectionCard>
  );
};

/** 经费台账: what every fund and donation holds, all posted entries, what two desks overspent, and the sheet for the auditor. */
export const LedgerPage = () => {
  const { t } = useLanguage();
  const desk = useDesk();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const view = useAnswer(ledger(), []);
  const donations = useAnswer(latest("donation", { limit: DONATIONS_MAX }), []) ?? [];
  const names = useNames();
  if (view === undefined) return null;
  return (
    <>
      <PageHeader
        title={t(LEDGER_WORDS.title)}
        note={t(LEDGER_WORDS.note)}
        actions={
          <>
            {mayStart("fundEntry", roles) && (
              <Button type="primary" onClick={() => goTo("records", "fundEntry", newId(desk.wallMs()))}>
                {t(LEDGER_WORDS.record)}
              </Button>
            )}
            <Button onClick={() => goTo("records", "fundEntry")}>{t(LEDGER_WORDS.entries)}</Button>
          </>
        }
      />
      {view.overdrawn.length > 0 && (
        <Alert role="alert" type="error" showIcon className="lad-notice" title={t(LEDGER_WORDS.overdrawn)} />
      )}
      <Balances view={view} donations={donations} />
      <Entries view={view} names={names} />
      <Export view={view} names={names} />
    </>
  );
};
