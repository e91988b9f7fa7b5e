import { useDesk } from "../../data/deskContext.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { receiptsOf } from "../../parts/receipts.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useToday } from "../../state/useToday.ts";

/** As many as the host hands out at once; a later receipt proves all that an older one did. */
const KEPT = 1000;

/** What every printed receipt rests on: the kept ones, who sends, and by which key they are proved; undefined while loading. */
export const useReceipts = (turn = 0) => {
  const { session } = useDesk();
  const notes = useHostAnswer("journal.notes", { kind: "receipt", limit: KEPT }, turn);
  const status = useHostAnswer("center.status", {}, turn);
  const info = useHostAnswer("app.info", {});
  const own = useAnswer(bureau(), []);
  const today = useToday();
  if (notes === undefined || status === undefined || info === undefined || own === undefined)
    return undefined;
  return {
    receipts: notes.ok ? receiptsOf(notes.value.notes) : [],
    centerKey: status.ok ? status.value.centerKey : "",
    bureauId: session.bureau,
    bureauName: own?.facts.name ?? session.bureau,
    deskName: info.ok ? info.value.deskName : "",
    feed: session.feed,
    today,
  };
};

/** What `useReceipts` answers. */
export type ReceiptScene = NonNullable<ReturnType<typeof useReceipts>>;
