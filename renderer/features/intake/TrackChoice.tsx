import { Button, Radio } from "antd";
import { MEANS_TEST_TRACKS } from "../../../shared/dictionary/codes/meansTestTracks.ts";
import { TRACK_QUESTIONS } from "../../../shared/law/questions.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";
import { useUiPort } from "../../ui/port.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { adviceOf, tracksFor } from "./means.ts";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

/** Which way means are examined: only ways the matter allows, each with its article, the suggested one first in words. */
export const TrackChoice = ({ intake: { card, facts, today } }: { readonly intake: Intake }) => {
  const { t, language } = useLanguage();
  const { saveFacts } = useUiPort();
  const { refusal, tell } = useRefusal();
  const advice = adviceOf(facts, today);
  if (advice === null) return <p className="lad-quiet">{t(INTAKE_WORDS.pickMatter)}</p>;
  const choose = (track: string): void => void saveFacts(card.view, { track }).then(tell);
  return (
    <>
      {facts.track !== advice.track && (
        <p className="intake-advice">
          {t(INTAKE_WORDS.advice)}
          <strong>{MEANS_TEST_TRACKS[advice.track][language]}</strong> — {t(advice.why)}{" "}
          <span className="lad-source">{sourceText(advice.source, language)}</span>{" "}
          <Button size="small" onClick={() => choose(advice.track)}>
            {t(INTAKE_WORDS.adopt)}
          </Button>
        </p>
      )}
      <Radio.Group
        className="intake-tracks"
        aria-label={t(INTAKE_WORDS.chooseTrack)}
        value={facts.track ?? null}
        onChange={(event) => choose(String(event.target.value))}
        options={tracksFor(facts).map((track) => ({
          value: track,
          label: (
            <>
              {MEANS_TEST_TRACKS[track][language]}{" "}
              <span className="lad-source">{sourceText(TRACK_QUESTIONS[track].source, language)}</span>
            </>
          ),
        }))}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
      {facts.track !== undefined && <p className="lad-quiet">{t(TRACK_QUESTIONS[facts.track].why)}</p>}
    </>
  );
};
