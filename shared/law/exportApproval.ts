import type { ExportApprovalFacts } from "../dictionary/privacy.ts";
import type { Day } from "../kernel/day.ts";
import { done, type Result, refuse } from "../kernel/result.ts";

/** What V26 looks at of a recorded approval. */
export type Approval = {
  readonly id: string;
  readonly facts: ExportApprovalFacts;
  readonly stages: Readonly<Record<string, string>>;
};
/** Who wants to export what, today. */
export type ExportWish = {
  readonly actorId: string;
  readonly scope: NonNullable<ExportApprovalFacts["scope"]>;
  readonly today: Day;
};

/**
 * V26: the approval under which whole personal data may leave the desk: of this person, for this content, not yet over
 * and not withdrawn. Refused as `export-unapproved` when there is none.
 * @source 个人信息保护法第二十五条、第五十一条
 */
export const approvedExport = (
  approvals: readonly Approval[],
  { actorId, scope, today }: ExportWish,
): Result<Approval> => {
  const found = approvals.find(
    ({ facts, stages }) =>
      stages.export === "approved" &&
      facts.granteeId === actorId &&
      facts.scope === scope &&
      facts.untilOn !== undefined &&
      today <= facts.untilOn,
  );
  return found === undefined
    ? refuse("export-unapproved", "V26（《个人信息保护法》第25、51条）", "scope")
    : done(found);
};
