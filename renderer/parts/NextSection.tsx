import { Button } from "antd";
import { useState } from "react";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { Label } from "../../shared/dictionary/field.ts";
import { citedIn } from "../../shared/law/citedIn.ts";
import type { Card } from "../data/questions/card.ts";
import { useLabel, useLanguage } from "../ui/language.tsx";
import { goTo, hrefTo } from "../ui/route.ts";
import { SectionCard } from "../ui/SectionCard.tsx";
import { filled, UI_WORDS } from "../ui/words.ts";
import { missingNeeds, type NextStep } from "./nextSteps.ts";
import { StepForm } from "./StepForm.tsx";
import { PART_WORDS } from "./words.ts";
import "./parts.css";

type Record = Card<EntityType>;
/** The screen of a step for which the law needs more than a form, by the step's name. */
type Screens = { readonly [step: string]: string };
type Steps = { readonly record: Record; readonly steps: readonly NextStep[]; readonly screens: Screens };

type OpenProps = {
  readonly step: NextStep;
  readonly missing: readonly string[];
  readonly onPick: () => void;
};

/** A step that may be taken; what the record still lacks for it stands below, and then it is not the first choice. */
const OpenStep = ({ step: { rule }, missing, onPick }: OpenProps) => {
  const { t, language } = useLanguage();
  return (
    <li>
      <Button {...(missing.length === 0 && { type: "primary", ghost: true })} onClick={onPick}>
        {t(rule.label)}
      </Button>
      <span className="lad-source">{citedIn(language, rule.source)}</span>
      {missing.length > 0 && (
        <span className="lad-quiet">
          {t(PART_WORDS.missing)}
          {missing.join(t(UI_WORDS.comma))}
        </span>
      )}
    </li>
  );
};

const ClosedSteps = ({ steps, record, screens }: Steps) => {
  const { t, language } = useLanguage();
  return (
    <details className="part-closed">
      <summary>{filled(t(PART_WORDS.closed), { n: steps.length })}</summary>
      <ul>
        {steps.map(({ name, rule, closed }) => (
          <li key={name}>
            <strong>{t(rule.label)}</strong>
            {closed !== null && (
              <span>
                {" "}
                — {t(closed.why)} <span className="lad-source">{citedIn(language, closed.source)}</span>
              </span>
            )}
            {closed?.isLiftable && (
              <a href={hrefTo(screens[name] ?? "file", record.id)}>{t(PART_WORDS.newFacts)}</a>
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
    closed?.waitsFor === undefined
      ? []
      : [filled(t(PART_WORDS.other), { step: t(rule.label), who: t(closed.waitsFor) })],
  );
  return waiting.length === 0 ? null : (
    <p className="lad-quiet">
      {t(PART_WORDS.others)}
      {waiting.join(t(PART_WORDS.semicolon))}
    </p>
  );
};

/** Open steps as buttons, the form of the one picked, and why the rest is closed. */
const StepGroup = ({ record, steps, screens }: Steps) => {
  const t = useLabel();
  const [picked, setPicked] = useState<string | null>(null);
  const open = steps.filter(({ closed }) => closed === null);
  const shut = steps.filter(({ closed }) => closed !== null);
  const step = open.find(({ name }) => name === picked);
  // who is quick has picked the next step before this one says that it is done: that form stays
  const close = (done: string): void => setPicked((now) => (now === done ? null : now));
  const pick = (name: string): void => {
    const screen = screens[name];
    if (screen === undefined) setPicked(name);
    else goTo(screen, record.id);
  };
  return (
    <>
      <ul className="part-steps">
        {open.map((each) => (
          <OpenStep
            key={each.name}
            step={each}
            missing={missingNeeds(each.rule, record.view).map(({ label }) => t(label))}
            onPick={() => pick(each.name)}
          />
        ))}
      </ul>
      {step !== undefined && (
        <StepForm key={step.name} card={record} step={step} onDone={() => close(step.name)} />
      )}
      <Others steps={steps} />
      {shut.length > 0 && <ClosedSteps record={record} screens={screens} steps={shut} />}
    </>
  );
};

/** A procedure that stands beside the main one: its steps are one click away, so that the page stays calm. */
export type LaterLane = { readonly lane: string; readonly label: Label };

const Later = ({ group, label }: { readonly group: Steps; readonly label: Label }) => {
  const t = useLabel();
  const n = group.steps.filter(({ closed }) => closed === null).length;
  return (
    <details className="part-closed">
      <summary>{filled(t(PART_WORDS.laterLane), { lane: t(label), n })}</summary>
      <StepGroup {...group} />
    </details>
  );
};

type Props = {
  readonly record: Record;
  readonly steps: readonly NextStep[];
  readonly screens?: Screens;
  readonly later?: readonly LaterLane[];
};

/** The procedures beside the main one that have begun or can begin now. The others have nothing to say yet. */
const groupsOf = ({ record, steps, screens = {}, later = [] }: Props) =>
  later
    .map(({ lane, label }) => ({
      label,
      lane,
      group: { record, screens, steps: steps.filter(({ rule }) => rule.lane === lane) },
    }))
    .filter(
      ({ lane, group }) =>
        group.steps.some(({ closed }) => closed === null) ||
        (record.stages[lane] !== undefined && group.steps.length > 0),
    );

/** What may be done with the record now, by this person; and for everything else the reason and the article. */
export const NextSection = (props: Props) => {
  const t = useLabel();
  const { record, steps, screens = {} } = props;
  const groups = groupsOf(props);
  const beside = new Set(groups.map(({ lane }) => lane));
  const main = steps.filter(({ rule }) => !beside.has(rule.lane));
  return (
    <SectionCard title={t(PART_WORDS.next)}>
      {main.every(({ closed }) => closed !== null) && (
        <p className="lad-quiet">{t(PART_WORDS.nothingNext)}</p>
      )}
      <StepGroup record={record} steps={main} screens={screens} />
      {groups.map(({ lane, label, group }) => (
        <Later key={lane} label={label} group={group} />
      ))}
    </SectionCard>
  );
};
