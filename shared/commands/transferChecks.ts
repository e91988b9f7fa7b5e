import type { AidFacts } from "../dictionary/aidFile.ts";
import type { TransferFacts, VerificationFacts } from "../dictionary/transfer.ts";
import { refuse } from "../kernel/result.ts";
import { mayAsk } from "../law/questions.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf } from "./check.ts";

/** Hours of a transfer stand in the order of life: asked, sent, received (法律援助法第三十九条). */
const transferOrder: Check = ({ after }) => {
  const { appliedAt, sentAt, receivedAt } = after.facts as TransferFacts;
  const [first, ...rest] = [appliedAt, sentAt, receivedAt].filter((at) => at !== undefined);
  const isInOrder = rest.every((at, index) => at >= ([first, ...rest][index] ?? at));
  return refuseIf(!isInOrder, ["before-document", "V03（《法律援助法》第39条）", "appliedAt"]);
};

/** Means are asked of nobody on a track without a means test (法律援助法第四十一、四十二条). */
const mayVerify: Check = ({ after, scene }) => {
  const { purpose, fileId } = after.facts as VerificationFacts;
  if (purpose !== "MEANS") return fine;
  const file = scene.law.related?.fileId;
  if (file === undefined || file.id !== fileId) return refuse("not-found", "《法律援助法》第41条", "fileId");
  const { track } = file.facts as AidFacts;
  return track === undefined ? fine : mayAsk("dataQuery", track);
};

/** Checks of transfers and verification requests. */
export const TRANSFER_CHECKS = { transferOrder, mayVerify } as const satisfies Partial<
  Readonly<Record<RecordCheckName, Check>>
>;
