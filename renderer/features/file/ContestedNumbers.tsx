import { Alert } from "antd";
import { useState } from "react";
import type { TakenNumber } from "../../../shared/commands/issueLetter.ts";
import { settleNumber } from "../../../shared/commands/settleNumber.ts";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { isFiled, mayWrite } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { nextNumber } from "../../data/numbers.ts";
import { perform } from "../../data/perform.ts";
import { type ContestedNumber, contestedNumbersOf } from "../../data/questions/numberContests.ts";
import { useLaterAnswer } from "../../data/useAnswer.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { hrefTo } from "../../ui/route.ts";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** The application number has a series of its own; any other number is taken again by the next letter. */
const SERIES: Readonly<Record<string, string>> = { applicationNo: "申" };
const REASON_MAX = 200;

type Props = { readonly file: OpenFileView; readonly number: ContestedNumber };

const useSettle = ({ file: { card }, number: { f } }: Props) => {
  const desk = useDesk();
  const [settleReason, setReason] = useState("");
  const { refusal, tell } = useRefusal();
  const settle = async (number: TakenNumber | null): Promise<void> => {
    const input = { f, number, settleReason };
    tell(
      await perform(desk, settleNumber, { t: "aidFile", id: card.id, input, reason: settleReason.trim() }),
    );
  };
  const series = SERIES[f];
  return {
    settleReason,
    setReason,
    refusal,
    giveUp: () => settle(null),
    ...(series !== undefined && { renew: async () => settle(await nextNumber(desk, series)) }),
  };
};

const Settle = (props: Props) => {
  const { t } = useLanguage();
  const { settleReason, setReason, refusal, giveUp, renew } = useSettle(props);
  const needed = useNeeded();
  const waitsFor = needed([t(FILE_WORDS.settleWhy), settleReason.trim() !== ""]);
  return (
    <>
      <LabeledText title={t(FILE_WORDS.settleWhy)} value={settleReason} onText={setReason} max={REASON_MAX} />
      <RefusalNotice refusal={refusal} t="aidFile" />
      <div className="lad-buttons">
        {renew !== undefined && (
          <WaitingButton waitsFor={waitsFor} onClick={() => void renew()}>
            {t(FILE_WORDS.settleNew)}
          </WaitingButton>
        )}
        <WaitingButton waitsFor={waitsFor} onClick={() => void giveUp()}>
          {t(FILE_WORDS.settleNone)}
        </WaitingButton>
      </div>
    </>
  );
};

const Contested = ({ file, number }: Props) => {
  const { language, t } = useLanguage();
  const { f, text, others } = number;
  const maySettle = mayWrite("aidFile", file.roles) && file.card.veil === null && !isFiled(file.card.view);
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      className="lad-notice"
      title={filled(t(FILE_WORDS.numberTwice), { what: fieldOf("aidFile", f)?.label[language] ?? f, text })}
      description={
        <>
          <p>
            {t(FILE_WORDS.numberTwiceNote)}{" "}
            {others.map(({ id, facts }) => (
              <a key={id} href={hrefTo("file", id)}>
                {filled(t(FILE_WORDS.otherFile), { name: facts.personName ?? t(FILE_WORDS.unnamed) })}
              </a>
            ))}
          </p>
          {maySettle && <Settle file={file} number={number} />}
        </>
      }
    />
  );
};

/** Official numbers of this file that another file holds too: where the other one is, and how it is settled (I17, F66). */
export const ContestedNumbers = ({ file }: { readonly file: OpenFileView }) => {
  const { id } = file.card;
  const numbers = useLaterAnswer(contestedNumbersOf(id), [id]) ?? [];
  return numbers.map((number) => <Contested key={number.f} file={file} number={number} />);
};
