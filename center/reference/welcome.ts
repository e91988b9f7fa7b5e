import type { EnrolReply, EnrolRequest } from "../../shared/api/syncApi.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import { enrol } from "../desks/enrol.ts";
import { publishMissing } from "./publish.ts";

/** Enrols a desk; a bureau that was just founded gets what the province published before. */
export const welcome = async (center: Center, request: EnrolRequest): Promise<Result<EnrolReply>> => {
  const enrolled = await enrol(center, request);
  if (enrolled.ok) await publishMissing(center, enrolled.value.bureau);
  return enrolled;
};
