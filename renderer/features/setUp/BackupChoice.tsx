import { Radio } from "antd";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { RESTORE_TEXTS } from "./textsRestore.ts";
import type { Chosen } from "./useRestore.ts";

type Props = { readonly chosen: Chosen | undefined; readonly onChoose: (chosen: Chosen | undefined) => void };

const MB = 1024 * 1024;
const mbOf = (bytes: number): string => (bytes / MB).toFixed(1);
const OTHER = "";

const FileInput = ({ chosen, onChoose }: Props) => {
  const t = useLabel();
  const file = chosen !== undefined && "file" in chosen ? chosen.file : undefined;
  return (
    <p>
      <FilePicker
        label={t(RESTORE_TEXTS.choose)}
        accept=".ladb"
        onPick={(picked) => onChoose(picked && { file: picked })}
      />
      {file !== undefined && (
        <span className="lad-quiet" role="status">
          {filled(t(RESTORE_TEXTS.chosen), { mb: mbOf(file.size) })}
        </span>
      )}
    </p>
  );
};

/** Which backup: one from a stick or another disk, or one that still lies in this computer's own backup folder. */
export const BackupChoice = ({ chosen, onChoose }: Props) => {
  const t = useLabel();
  const answer = useHostAnswer("backup.list", {}, 0);
  const backups = answer?.ok ? answer.value.backups : [];
  const name = chosen !== undefined && "name" in chosen ? chosen.name : OTHER;
  return (
    <>
      {backups.length > 0 && (
        <Radio.Group
          aria-label={t(RESTORE_TEXTS.from)}
          vertical
          value={name}
          onChange={({ target }) =>
            onChoose(target.value === OTHER ? undefined : { name: String(target.value) })
          }
        >
          <Radio value={OTHER}>{t(RESTORE_TEXTS.file)}</Radio>
          {backups.map((each) => (
            <Radio key={each.name} value={each.name}>
              {filled(t(RESTORE_TEXTS.inFolder), {
                at: machineTimeText(each.writtenAt),
                n: each.opCount,
                mb: mbOf(each.bytes),
              })}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {backups.length === 0 && <p>{t(RESTORE_TEXTS.file)}</p>}
      {name === OTHER && <FileInput chosen={chosen} onChoose={onChoose} />}
    </>
  );
};
