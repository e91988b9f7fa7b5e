import { Button } from "antd";
import { useState } from "react";
import { LETTER_FORMS, letterOf } from "../../../shared/documents/letters.ts";
import { yearOf } from "../../../shared/kernel/day.ts";
import {
  numberRegister,
  type Range,
  type SeriesLine,
  type VoidedRange,
} from "../../../shared/law/numberRegister.ts";
import { NUMBER_STEPS } from "../../../shared/workflow/numberSteps.ts";
import { numberBlocks } from "../../data/questions/numberRegister.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { NUMBER_TEXTS } from "./texts.ts";
import { type Start, VoidForm } from "./VoidForm.tsx";

const rangeText = (ranges: readonly Range[]): string =>
  ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join("、") || "—";

const HEADS = [
  NUMBER_TEXTS.series,
  NUMBER_TEXTS.granted,
  NUMBER_TEXTS.used,
  NUMBER_TEXTS.voided,
  NUMBER_TEXTS.unused,
  NUMBER_TEXTS.missing,
];

/** What the letters of a series are, for those who do not know its character by heart. */
const useLettersOf = () => {
  const t = useLabel();
  return (series: string): string =>
    LETTER_FORMS.map(letterOf)
      .filter((letter) => letter.series === series)
      .map(({ title }) => t(title))
      .join(t(NUMBER_TEXTS.comma));
};

type LineProps = { readonly line: SeriesLine; readonly onYearEnd?: () => void };

const Line = ({ line, onYearEnd }: LineProps) => {
  const t = useLabel();
  const lettersOf = useLettersOf();
  return (
    <tr>
      <th scope="row">
        {filled(t(NUMBER_TEXTS.year), { year: line.year })} {line.series}
        <div className="lad-quiet">{lettersOf(line.series)}</div>
      </th>
      <td>{line.granted}</td>
      <td>{line.used}</td>
      <td>{line.voided}</td>
      <td>
        {rangeText(line.unused)}{" "}
        {onYearEnd !== undefined && line.unused.length > 0 && (
          <Button size="small" onClick={onYearEnd}>
            {t(NUMBER_TEXTS.yearEnd)}
          </Button>
        )}
      </td>
      <td>{rangeText(line.missing)}</td>
    </tr>
  );
};

const Voids = ({ voids }: { readonly voids: readonly VoidedRange[] }) => {
  const t = useLabel();
  return (
    <SectionCard title={t(NUMBER_TEXTS.voids)}>
      {voids.length === 0 && <p className="lad-quiet">{t(NUMBER_TEXTS.noVoids)}</p>}
      <ul>
        {voids.map((each) => (
          <li key={`${each.year}${each.series}${each.from}${each.to}${each.reason}`}>
            {filled(t(NUMBER_TEXTS.year), { year: each.year })} {each.series} {rangeText([each])}：
            {each.reason}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

const Table = ({
  lines,
  onYearEnd,
}: {
  readonly lines: readonly SeriesLine[];
  readonly onYearEnd?: (line: SeriesLine) => void;
}) => {
  const thisYear = yearOf(useToday());
  return (
    <table className="lad-table">
      <ColumnHeads heads={HEADS} />
      <tbody>
        {lines.map((line) => (
          <Line
            key={`${line.year}${line.series}`}
            line={line}
            {...(onYearEnd && line.year < thisYear && { onYearEnd: () => onYearEnd(line) })}
          />
        ))}
      </tbody>
    </table>
  );
};

/** The register of official numbers: used, void and unused per series and year, printed as it stands. */
export const NumbersScreen = () => {
  const t = useLabel();
  const found = useAnswer(numberBlocks(), []);
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const [form, setForm] = useState<{ readonly key: number; readonly start: Start }>({ key: 0, start: {} });
  if (found === undefined) return <EmptyState text={t(NUMBER_TEXTS.loading)} />;
  const lines = numberRegister(found.blocks, found.voids);
  const mayVoid = NUMBER_STEPS.voidNumbers.by.some((role) => roles.includes(role));
  const begin = (start: Start): void => setForm(({ key }) => ({ key: key + 1, start }));
  const yearEnd = ({ series, year, unused: [first] }: SeriesLine): void => {
    if (first === undefined) return;
    const reason = filled(t(NUMBER_TEXTS.yearEndWhy), { year });
    begin({ series, year, from: first.from, to: first.to, reason });
  };
  return (
    <>
      <PageHeader
        title={t(NUMBER_TEXTS.title)}
        note={t(NUMBER_TEXTS.note)}
        actions={<Button onClick={() => globalThis.print()}>{t(NUMBER_TEXTS.print)}</Button>}
      />
      <SectionCard title={t(NUMBER_TEXTS.numbers)}>
        {lines.length === 0 && <p className="lad-quiet">{t(NUMBER_TEXTS.none)}</p>}
        {lines.length > 0 && <Table lines={lines} {...(mayVoid && { onYearEnd: yearEnd })} />}
      </SectionCard>
      <Voids voids={found.voids} />
      {mayVoid && (
        <div className="lad-no-print">
          <VoidForm key={form.key} start={form.start} onDone={() => begin({})} />
        </div>
      )}
    </>
  );
};
