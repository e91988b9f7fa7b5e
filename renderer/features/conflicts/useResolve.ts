import { type ResolveInput, resolveConflict } from "../../../shared/commands/resolveConflict.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

/** Closes one conflict of a record; the refusal of the last attempt stands beside it. */
export const useResolve = ({ t, id }: Pick<RecordView, "t" | "id">) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const resolve = async (input: ResolveInput): Promise<void> => {
    tell(await perform(desk, resolveConflict, { t: t as EntityType, id, input }));
  };
  return { refusal, resolve };
};
