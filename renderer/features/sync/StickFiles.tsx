import type { HostOutput } from "../../../shared/host/contract.ts";
import { newsOf } from "../../data/carriedNews.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled, UI_WORDS } from "../../ui/words.ts";
import { StickForm } from "./StickForm.tsx";
import { SYNC_TEXTS } from "./texts.ts";

type Props = {
  /** Undefined while the host has not answered yet. */
  readonly stick: HostOutput<"bundle.stick"> | undefined;
  readonly isBusy: boolean;
  readonly onTake: (name: string) => void;
  /** Another folder is watched. */
  readonly onChange: () => void;
};
type KnownProps = Omit<Props, "stick" | "onChange"> & { readonly stick: HostOutput<"bundle.stick"> };

/** Answers of the province that lie on the stick and say something new; one that was taken is not offered again. */
const Offered = ({ stick, isBusy, onTake }: KnownProps) => {
  const t = useLabel();
  const { folder, isThere, answers } = stick;
  const news = useAnswer(newsOf(answers), [JSON.stringify(answers)]) ?? [];
  if (folder === "") return null;
  return (
    <section aria-label={t(SYNC_TEXTS.stick)}>
      <p>
        {t(SYNC_TEXTS.stick)}
        {" · "}
        <code>{folder}</code>
        {" · "}
        <span role="status">
          {t(
            isThere ? (news.length > 0 ? SYNC_TEXTS.stickNews : SYNC_TEXTS.stickThere) : SYNC_TEXTS.stickGone,
          )}
        </span>
      </p>
      <ul className="lad-plain">
        {news.map(({ name, createdAt }) => (
          <li key={name}>
            {filled(t(SYNC_TEXTS.stickAnswer), { at: machineTimeText(createdAt) })}{" "}
            <WaitingButton
              type="primary"
              waitsFor={isBusy ? t(UI_WORDS.busy) : ""}
              onClick={() => onTake(name)}
            >
              {t(SYNC_TEXTS.stickTake)}
            </WaitingButton>{" "}
            <span className="lad-quiet">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The watched folder: what it offers, and for the administrator which one it is. */
export const StickFiles = ({ stick, isBusy, onTake, onChange }: Props) => {
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  if (stick === undefined) return null;
  return (
    <>
      <Offered stick={stick} isBusy={isBusy} onTake={onTake} />
      {isAdmin && <StickForm stick={stick} onChange={onChange} />}
    </>
  );
};
