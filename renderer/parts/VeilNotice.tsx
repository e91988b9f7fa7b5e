import { Alert } from "antd";
import type { Veil } from "../../shared/workflow/confidentiality.ts";
import { useLabel } from "../ui/language.tsx";
import { hrefOf } from "./address.ts";
import { PART_WORDS } from "./words.ts";

type Props = {
  readonly veil: Veil;
  /** The file that is kept, where the page shows another record that belongs to it. */
  readonly fileId?: unknown;
};

/** Says why only codes, stages and days are shown, and what to do for more (未成年人保护法第一百零三条). */
export const VeilNotice = ({ veil, fileId }: Props) => {
  const t = useLabel();
  const isSealed = veil === "sealed";
  return (
    <Alert
      type="info"
      showIcon
      className="lad-notice"
      title={t(isSealed ? PART_WORDS.sealedBeside : PART_WORDS.privateTitle)}
      description={
        isSealed ? (
          <a href={hrefOf("aidFile", String(fileId))}>{t(PART_WORDS.openFile)}</a>
        ) : (
          t(PART_WORDS.privateText)
        )
      }
    />
  );
};
