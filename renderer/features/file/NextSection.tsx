import { Button } from "antd";
import { useState } from "react";
import { useLabel } from "../../ui/language.tsx";
import { goTo, hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { missingNeeds, type NextStep } from "./nextSteps.ts";
import { StepForm } from "./StepForm.tsx";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** Steps for which the law needs more than a form: each has its own screen. */
// biome-ignore format: a table is read by columns
const SCREEN_OF_STEP: Readonly<Record<string, string>> = {
  receive: "intake", receiveNotice: "notices",
  askForMaterials: "supplement", propose: "examination",
  grant: "decision", deny: "decision", returnProposal: "decision", giveEmergencyAid: "emergency",
  assign: "assignment",
};

type OpenProps = {
  readonly step: NextStep;
  readonly missing: readonly string[];
  readonly onPick: () => void;
};

/** A step that may be taken; what the file still lacks for it stands below, and then it is not the first choice. */
const OpenStep = ({ step: { rule }, missing, onPick }: OpenProps) => {
  const t = useLabel();
  return (
    <li>
      <Button {...(missing.length === 0 && { type: "primary", ghost: true })} onClick={onPick}>
        {t(rule.label)}
      </Button>
      <span className="lad-source">{rule.source}</span>
      {missing.length > 0 && (
        <span className="lad-quiet">
          {t(FILE_WORDS.missing)}
          {missing.join("、")}
        </span>
      )}
    </li>
  );
};

const ClosedSteps = ({ steps, id }: { readonly steps: readonly NextStep[]; readonly id: string }) => {
  const t = useLabel();
  return (
    <details className="file-closed">
      <summary>{filled(t(FILE_WORDS.closed), { n: steps.length })}</summary>
      <ul>
        {steps.map(({ name, rule, closed }) => (
          <li key={name}>
            <strong>{t(rule.label)}</strong>
            {closed !== null && (
              <span>
                {" "}
                — {t(closed.why)} <span className="lad-source">{closed.source}</span>
              </span>
            )}
            {closed?.isLiftable && (
              <a href={hrefTo(SCREEN_OF_STEP[name] ?? "file", id)}>{t(FILE_WORDS.newFacts)}</a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Who must act now when it is not this person: the steps that only the role keeps closed. */
const Others = ({ steps }: { readonly steps: readonly NextStep[] }) => {
  const t = useLabel();
  const waiting = steps.flatMap(({ rule, closed }) =>
    closed?.waitsFor === undefined ? [] : [`${t(rule.label)}（${t(closed.waitsFor)}）`],
  );
  return waiting.length === 0 ? null : (
    <p className="lad-quiet">
      {t(FILE_WORDS.others)}
      {waiting.join("；")}
    </p>
  );
};

/** What may be done with the file now, by this person; and for everything else the reason and the article. */
export const NextSection = ({ file: { card, steps } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const [picked, setPicked] = useState<string | null>(null);
  const open = steps.filter(({ closed }) => closed === null);
  const step = open.find(({ name }) => name === picked);
  const pick = (name: string): void => {
    const screen = SCREEN_OF_STEP[name];
    if (screen === undefined) setPicked(name);
    else goTo(screen, card.id);
  };
  return (
    <SectionCard title={t(FILE_WORDS.next)}>
      {open.length === 0 && <p className="lad-quiet">{t(FILE_WORDS.nothingNext)}</p>}
      <ul className="file-steps">
        {open.map((each) => (
          <OpenStep
            key={each.name}
            step={each}
            missing={missingNeeds(each.rule, card.view).map(({ label }) => t(label))}
            onPick={() => pick(each.name)}
          />
        ))}
      </ul>
      {step !== undefined && (
        <StepForm key={step.name} card={card} step={step} onDone={() => setPicked(null)} />
      )}
      <Others steps={steps} />
      <ClosedSteps id={card.id} steps={steps.filter(({ closed }) => closed !== null)} />
    </SectionCard>
  );
};
