import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { BUREAU } from "../../../shared/dictionary/registers.ts";
import { host } from "../../host.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { filled } from "../../ui/words.ts";
import { AccountFields } from "./AccountFields.tsx";
import { type BureauFactsSoFar, FoundingFields, withFact } from "./FoundingFields.tsx";
import { FOUNDING_NEEDED, SET_UP_TEXTS } from "./texts.ts";
import { type Account, type BegunDesk, missingOf, NO_ACCOUNT, profileOf, useSetUp } from "./useSetUp.ts";

/** What is still empty, in the words of the form; "" when it is complete. */
const useMissing = (bureau: BureauFactsSoFar, account: Account): string => {
  const { language, t } = useLanguage();
  const names = [
    ...FOUNDING_NEEDED.filter((f) => bureau[f] === undefined).map((f) => BUREAU[f].label[language]),
    ...missingOf(account).map((key) => t(SET_UP_TEXTS[key])),
  ];
  return names.length === 0
    ? ""
    : filled(t(SET_UP_TEXTS.needed), { names: names.join(language === "zh" ? "、" : ", ") });
};

/** Founds a bureau on this machine: its profile and its first administrator. There is no account but the one typed here. */
export const FoundForm = ({ onBegun }: { readonly onBegun: (begun: BegunDesk) => void }) => {
  const { t } = useLanguage();
  const [bureau, setBureau] = useState<BureauFactsSoFar>({});
  const [account, setAccount] = useState(NO_ACCOUNT);
  const { refusal, isBusy, begin } = useSetUp(onBegun);
  const missing = useMissing(bureau, account);
  const isComplete = missing === "" && account.password === account.again;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete && !isBusy)
      void begin(() => host["desk.setUp"](profileOf(account)), {
        bureau,
        staffName: account.staffName.trim(),
      });
  };
  return (
    <form onSubmit={submit}>
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.bureauPart)}</h2>
      <FoundingFields
        facts={bureau}
        onChange={(f, value) => setBureau((known) => withFact(known, f, value))}
      />
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.adminPart)}</h2>
      <AccountFields account={account} onChange={setAccount} />
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={isBusy} disabled={!isComplete}>
          {t(isBusy ? SET_UP_TEXTS.working : SET_UP_TEXTS.begin)}
        </Button>
        <span className="lad-quiet" role="status">
          {missing}
        </span>
      </div>
    </form>
  );
};
