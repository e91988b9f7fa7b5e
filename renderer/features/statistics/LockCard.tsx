import { Button } from "antd";
import { useState } from "react";
import { daysOf, periodName } from "../../../shared/statistics/period.ts";
import { figuresOf, frozenIn } from "../../../shared/statistics/submitted.ts";
import { nameOf } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import type { Statistics } from "./countPeriod.ts";
import { lockLabel } from "./reports.ts";
import { useLock } from "./useLock.ts";
import { STAT_WORDS } from "./words.ts";

const minuteText = (value: unknown): string => String(value ?? "").replace("T", " ");

const Who = ({
  found,
  by,
  at,
  words,
}: {
  readonly found: Statistics;
  readonly by: string;
  readonly at: string;
  readonly words: "byPrepared" | "bySubmitted";
}) => {
  const t = useLabel();
  const id = String(found.handed?.facts[by] ?? "");
  const who = useAnswer(nameOf("staff", id), [id]) ?? "";
  if (id === "") return null;
  return <p>{filled(t(STAT_WORDS[words]), { who, at: minuteText(found.handed?.facts[at]) })}</p>;
};

/** How many figures of a prepared period are other today than when they were counted. */
const changedCount = ({ handed, lines }: Statistics): number => {
  const before = frozenIn(handed?.facts.figures)?.figures ?? {};
  const now = figuresOf(lines, 0);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => before[key] !== now[key])
    .length;
};

const HeadButtons = ({
  found,
  lock,
}: {
  readonly found: Statistics;
  readonly lock: ReturnType<typeof useLock>;
}) => {
  const t = useLabel();
  const needed = useNeeded();
  const [why, setWhy] = useState("");
  return (
    <>
      <Button type="primary" loading={lock.isBusy} onClick={() => void lock.submit()}>
        {t(STAT_WORDS.submit)}
      </Button>
      <TextInput
        value={why}
        onCommit={setWhy}
        onText={setWhy}
        label={t(STAT_WORDS.whyBack)}
        placeholder={t(STAT_WORDS.whyBack)}
      />
      <WaitingButton
        waitsFor={needed([t(STAT_WORDS.whyBack), why.trim() !== ""])}
        loading={lock.isBusy}
        onClick={() => void lock.giveBack(why.trim())}
      >
        {t(STAT_WORDS.giveBack)}
      </WaitingButton>
      {changedCount(found) > 0 && (
        <p className="lad-bad">{filled(t(STAT_WORDS.changed), { n: changedCount(found) })}</p>
      )}
    </>
  );
};

const PREPARERS: ReadonlySet<string> = new Set(["CLERK", "EXAMINER", "FINANCE"]);

const Actions = ({
  found,
  lock,
}: {
  readonly found: Statistics;
  readonly lock: ReturnType<typeof useLock>;
}) => {
  const t = useLabel();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const stage = found.handed?.stages.statistics ?? "";
  if (stage === "submitted") return <p>{t(STAT_WORDS.lockedNote)}</p>;
  if (daysOf(found.period).to >= found.today) return <p className="lad-quiet">{t(STAT_WORDS.notOver)}</p>;
  return (
    <div className="lad-buttons">
      {stage === "" && <span>{t(STAT_WORDS.notHanded)}</span>}
      {roles.some((role) => PREPARERS.has(role)) && (
        <Button loading={lock.isBusy} onClick={() => void lock.prepare()}>
          {t(STAT_WORDS.prepare)}
        </Button>
      )}
      {stage === "prepared" && roles.includes("HEAD") && <HeadButtons found={found} lock={lock} />}
    </div>
  );
};

/** Where the period stands: counted by one person, submitted and so locked by the head. */
export const LockCard = ({ found, onDone }: { readonly found: Statistics; readonly onDone: () => void }) => {
  const t = useLabel();
  const lock = useLock(found, onDone);
  const isLocked = found.handed?.stages.statistics === "submitted";
  return (
    <SectionCard
      title={t(STAT_WORDS.lock)}
      note={<span className={`lad-tag ${isLocked ? "lad-tag-green" : ""}`}>{t(lockLabel(found))}</span>}
    >
      <Who found={found} by="preparerId" at="preparedAt" words="byPrepared" />
      <Who found={found} by="submitterId" at="submittedAt" words="bySubmitted" />
      <Actions key={periodName(found.period)} found={found} lock={lock} />
      <RefusalNotice refusal={lock.refusal} t="statPeriod" />
    </SectionCard>
  );
};
