import { type Claim, type DisputeKind, disputeTask } from "../../../shared/workflow/disputeTask.ts";
import { useDesk } from "../../data/deskContext.ts";
import { nameOf } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { CONFLICT_TEXTS } from "./texts.ts";

type Props = {
  readonly kind: DisputeKind;
  readonly claims: readonly Claim[];
  /** Who the head of the agency is, by name; "" while the register does not say. */
  readonly heads: string;
};

/** Whose task this dispute is, how long it has waited, and that it has gone over to the head of the agency. */
export const TaskLine = ({ kind, claims, heads }: Props) => {
  const [t, { wallMs }] = [useLabel(), useDesk()];
  // asked again at midnight: an age is counted in days
  useToday();
  const task = disputeTask(kind, claims, wallMs());
  const name = useAnswer(nameOf("staff", task?.ownerId ?? ""), [task?.ownerId]);
  if (task === undefined) return null;
  const head = filled(t(CONFLICT_TEXTS.headOf), { names: heads });
  const who = task.ownerId === "" ? head : (name ?? "") || task.ownerId;
  return (
    <p className={task.isEscalated ? "lad-bad" : "lad-quiet"}>
      {filled(t(CONFLICT_TEXTS.task), { who, n: task.ageDays, at: machineTimeText(task.since) })}
      {task.isEscalated && t(CONFLICT_TEXTS.escalated)}
    </p>
  );
};
