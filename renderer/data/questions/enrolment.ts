import type { Question } from "../useAnswer.ts";
import { recordById } from "./records.ts";

/** When the enrolment of this desk ends unless it is renewed (UTC); "" while the book does not say. */
export const enrolledUntil = (): Question<string> => async (desk) =>
  (await recordById("device", desk.session.feed)(desk))?.facts.notAfter ?? "";
