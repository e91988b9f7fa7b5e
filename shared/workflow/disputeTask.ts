import type { Label } from "../dictionary/field.ts";
import type { RecordView } from "../ops/view.ts";

/** What waits for a person: two steps that compete, a field with two values, an op the book keeps without effect, a number of two files. */
export type DisputeKind = "contested" | "conflict" | "refused" | "number";

/** One of the writes or steps in dispute: who made it and when, as far as this desk knows; `seq` null while it is only here. */
export type Claim = {
  readonly actor: string;
  readonly seq: number | null;
  /** The center's time of booking; "" before that. */
  readonly receivedAt: string;
  readonly claimedAt: string;
};

/** Whose task it is, since when it is one, and whether it has waited so long that the head of the agency sees to it. */
export type DisputeTask = {
  /** Staff id; "" for the head of the agency, whoever that is now. */
  readonly ownerId: string;
  readonly since: string;
  readonly ageDays: number;
  readonly isEscalated: boolean;
};

type DisputeRule = {
  readonly label: Label;
  /** `author`: whoever wrote what was booked first, because theirs is the value on the screen. */
  readonly owner: "head" | "author";
  /** Days after which it is the head's, or, where it is the head's already, after which it is marked as late. */
  readonly patienceDays: number;
};

/**
 * Who settles what, and how long they may take. The law says nothing of it: these are working rules of the product (D). A
 * contested step stops letters, service and payment, while a decision is due within seven days and an assignment within
 * three, so one day is all there is; a field that two people filled in differently stops only what prints it.
 */
export const DISPUTE_RULES = {
  contested: { label: { zh: "有争议的步骤", en: "Contested step" }, owner: "head", patienceDays: 1 },
  number: { label: { zh: "编号重复", en: "One number, two files" }, owner: "head", patienceDays: 1 },
  conflict: { label: { zh: "填写不一致", en: "Conflicting entries" }, owner: "author", patienceDays: 3 },
  refused: { label: { zh: "被退回的记录", en: "Entry sent back" }, owner: "author", patienceDays: 3 },
} as const satisfies Readonly<Record<DisputeKind, DisputeRule>>;

/** The number in the book from which something on this record is in dispute: that of the second claim, the oldest first. */
export const disputedFromSeq = ({
  conflicts,
  contested,
}: Pick<RecordView, "conflicts" | "contested">): number =>
  Math.min(
    ...[...conflicts, ...contested].map(
      ({ heads }) => heads.map(({ seq }) => seq).toSorted((a, b) => a - b)[1] ?? 0,
    ),
  );

const DAY_MS = 24 * 60 * 60 * 1000;

/** The order of the book; what is only here comes last. */
const byBook = (a: Claim, b: Claim): number => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0;
const seenAt = ({ receivedAt, claimedAt }: Claim): string => (receivedAt === "" ? claimedAt : receivedAt);

/**
 * The task that a dispute is. It is one since its second claim was booked (the only one, for a refused op); a claim that
 * is only on this computer counts by the time it says of itself. Clocks decide nothing but what is shown here. Undefined
 * when nothing is known of the claims: their history is still on its way.
 */
export const disputeTask = (
  kind: DisputeKind,
  claims: readonly Claim[],
  nowMs: number,
): DisputeTask | undefined => {
  const { owner, patienceDays } = DISPUTE_RULES[kind];
  const [first, second = first] = [...claims].sort(byBook);
  if (first === undefined || second === undefined) return undefined;
  const since = seenAt(second);
  const ageDays = Math.max(0, Math.floor((nowMs - Date.parse(since)) / DAY_MS));
  const isEscalated = ageDays >= patienceDays;
  return { ownerId: owner === "head" || isEscalated ? "" : first.actor, since, ageDays, isEscalated };
};
