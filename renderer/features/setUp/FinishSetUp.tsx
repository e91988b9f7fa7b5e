import { type FormEvent, useState } from "react";
import { BUREAU } from "../../../shared/dictionary/registers.ts";
import { GateCard } from "../../ui/GateCard.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { type BureauFactsSoFar, FoundingFields, withFact } from "./FoundingFields.tsx";
import { FOUNDING_NEEDED, SET_UP_TEXTS } from "./texts.ts";
import { useFounding } from "./useFounding.ts";
import type { Founding } from "./useSetUp.ts";
import { WhoAreYou } from "./WhoAreYou.tsx";

type Props = { readonly founding: Founding | undefined; readonly onDone: () => void };

const Finishing = () => (
  <p className="lad-center" role="status">
    {useLabel()(SET_UP_TEXTS.finishing)}
  </p>
);

/**
 * The founder's first sign-in: writes the records of the bureau and of the founder. Normally it passes unseen; after a
 * first start that was cut off it asks again for what was lost. On a desk that joined a bureau it asks who is there.
 */
export const FinishSetUp = ({ founding, onDone }: Props) => {
  const t = useLabel();
  const needed = useNeeded();
  const { lacking, refusal, save } = useFounding(founding, onDone);
  const [facts, setFacts] = useState<BureauFactsSoFar>(founding?.bureau ?? {});
  const [staffName, setName] = useState(founding?.staffName ?? "");
  if (lacking === undefined) return <Finishing />;
  if (lacking.isNobody) return <WhoAreYou onSkip={onDone} />;
  const waitsFor = needed(
    ...FOUNDING_NEEDED.map((f) => [t(BUREAU[f].label), !lacking.bureau || facts[f] !== undefined] as const),
    [t(SET_UP_TEXTS.staffName), !lacking.staff || staffName.trim() !== ""],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor === "") void save(lacking, { bureau: facts, staffName: staffName.trim() });
  };
  return (
    <GateCard title={t(SET_UP_TEXTS.finishTitle)} note={t(SET_UP_TEXTS.finishNote)} isWide>
      <form onSubmit={submit}>
        {lacking.bureau && (
          <FoundingFields
            facts={facts}
            onChange={(f, value) => setFacts((known) => withFact(known, f, value))}
          />
        )}
        {lacking.staff && (
          <LabeledText title={t(SET_UP_TEXTS.staffName)} value={staffName} onText={setName} max={50} />
        )}
        <RefusalNotice refusal={refusal} t="bureau" />
        <WaitingButton type="primary" htmlType="submit" size="large" waitsFor={waitsFor}>
          {t(SET_UP_TEXTS.begin)}
        </WaitingButton>
      </form>
    </GateCard>
  );
};
