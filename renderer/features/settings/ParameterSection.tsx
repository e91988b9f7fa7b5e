import type { Result } from "../../../shared/kernel/result.ts";
import type { Setting } from "../../../shared/law/readParameters.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { useUiPort } from "../../ui/port.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { ParameterLine } from "./ParameterLine.tsx";
import { StandardsSection } from "./StandardsSection.tsx";
import { SETTING_ROWS, storedSettings, withSetting } from "./settingsRows.ts";
import { SETTINGS_TEXTS } from "./texts.ts";

/** What the law leaves to the bureau or the province, each with its source and how far it was checked. */
export const ParameterSection = () => {
  const t = useLabel();
  const { saveFacts } = useUiPort();
  const own = useAnswer(bureau(), []);
  const roles = useDeskStore((state) => state.actor?.roles ?? []);
  if (own === undefined || own === null) return null;
  const settings = storedSettings(own.facts.parameters);
  const isMine = mayWrite("bureau", roles);
  const save = (added: Setting): Promise<Result<unknown>> =>
    saveFacts({ t: "bureau", id: own.id }, { parameters: withSetting(settings, added) });
  const heads = [SETTINGS_TEXTS.name, SETTINGS_TEXTS.value, SETTINGS_TEXTS.source];
  return (
    <>
      <StandardsSection settings={settings} isMine={isMine} save={save} />
      <SectionCard
        title={t(SETTINGS_TEXTS.parameters)}
        note={t(isMine ? SETTINGS_TEXTS.parameterNote : SETTINGS_TEXTS.onlyAdmin)}
      >
        <table className="lad-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
              <th aria-label={t(SETTINGS_TEXTS.edit)} />
            </tr>
          </thead>
          <tbody>
            {SETTING_ROWS.map((row) => (
              <ParameterLine key={row.name} row={row} settings={settings} isMine={isMine} save={save} />
            ))}
          </tbody>
        </table>
      </SectionCard>
    </>
  );
};
