import { Button } from "antd";
import { GateCard } from "../../ui/GateCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import { RESTORE_TEXTS } from "./textsRestore.ts";
import type { RestoredDesk } from "./useRestore.ts";

/** What was restored, and what remains to be done before this desk speaks to the province again. */
export const Restored = ({ restored }: { readonly restored: RestoredDesk }) => {
  const t = useLabel();
  return (
    <GateCard title={t(RESTORE_TEXTS.doneTitle)} isWide>
      <p role="status">{filled(t(RESTORE_TEXTS.done), { n: restored.opCount })}</p>
      {restored.isNewFeed && <p>{t(RESTORE_TEXTS.newFeed)}</p>}
      <Button type="primary" size="large" onClick={() => location.reload()}>
        {t(RESTORE_TEXTS.toSignIn)}
      </Button>
    </GateCard>
  );
};
