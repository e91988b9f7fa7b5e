import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { GateCard } from "../../ui/GateCard.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { type BureauFactsSoFar, FoundingFields, withFact } from "./FoundingFields.tsx";
import { FOUNDING_NEEDED, SET_UP_TEXTS } from "./texts.ts";
import { useFounding } from "./useFounding.ts";
import type { Founding } from "./useSetUp.ts";
import { WhoAreYou } from "./WhoAreYou.tsx";

type Props = { readonly founding: Founding | undefined; readonly onDone: () => void };

/**
 * The founder's first sign-in: writes the records of the bureau and of the founder. Normally it passes unseen; after a
 * first start that was cut off it asks again for what was lost. On a desk that joined a bureau it asks who is there.
 */
export const FinishSetUp = ({ founding, onDone }: Props) => {
  const t = useLabel();
  const { lacking, refusal, save } = useFounding(founding, onDone);
  const [facts, setFacts] = useState<BureauFactsSoFar>(founding?.bureau ?? {});
  const [staffName, setName] = useState(founding?.staffName ?? "");
  if (lacking === undefined)
    return (
      <p className="lad-center" role="status">
        {t(SET_UP_TEXTS.finishing)}
      </p>
    );
  if (lacking.isNobody) return <WhoAreYou onSkip={onDone} />;
  const isComplete =
    (!lacking.staff || staffName.trim() !== "") &&
    (!lacking.bureau || FOUNDING_NEEDED.every((f) => facts[f] !== undefined));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete) void save(lacking, { bureau: facts, staffName: staffName.trim() });
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
        <Button type="primary" htmlType="submit" size="large" disabled={!isComplete}>
          {t(SET_UP_TEXTS.begin)}
        </Button>
      </form>
    </GateCard>
  );
};
