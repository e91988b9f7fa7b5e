import { z } from "zod";
import { isRefusalCode } from "../../shared/kernel/refusals.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { refusalOf } from "./refusalOf.ts";
import { centerRequest, readBody } from "./request.ts";

/** Enrolment, challenge and session are short; anything longer is not the center. */
const REPLY_MAX = 64 * 1024;
const refusal = z.object({ refusal: z.object({ code: z.string().refine(isRefusalCode) }) });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Asks the center one short question in JSON. Its own refusal is handed on; silence, a page of a captive portal (F26),
 * a redirect or a reply of another form are all `center-unreachable`: nobody we know answered.
 */
export const askCenter = async <T extends z.ZodType>(
  url: string,
  question: object,
  { form, token }: { readonly form: T; readonly token?: string },
): Promise<Result<z.infer<T>>> => {
  try {
    const body = Buffer.from(JSON.stringify(question), "utf8");
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const reply = await centerRequest({ url, method: "POST", headers, body });
    const answered = parse((await readBody(reply, REPLY_MAX)).toString("utf8"));
    if (!/^application\/json\b/.test(reply.headers["content-type"] ?? ""))
      return refuse("center-unreachable", undefined, "form");
    const fitting = form.safeParse(answered);
    if (reply.statusCode === 200 && fitting.success) return done(fitting.data);
    const refused = refusal.safeParse(answered);
    return refused.success && isRefusalCode(refused.data.refusal.code)
      ? refuse(refused.data.refusal.code)
      : refuse("center-unreachable", undefined, String(reply.statusCode));
  } catch (cause) {
    return { ok: false, refusal: refusalOf(cause) };
  }
};
