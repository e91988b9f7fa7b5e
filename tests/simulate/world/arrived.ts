import type { z } from "zod";
import { came, rough, type Weather } from "../../../renderer/sync/weather.ts";
import { isRefusalCode, type RefusalCode } from "../../../shared/kernel/refusals.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { now } from "../machine/now.ts";

/** What may happen to one request on its way. */
export const FATES = [
  "lostRequest",
  "lostReply",
  "twice",
  "parallel",
  "laterAgain",
  "cutRequest",
  "cutReply",
  "wrongReply",
  "staleReply",
  "portal",
  "busy",
] as const;
export type Fate = (typeof FATES)[number] | "arrives";

/** What came of a request: what the center said, or nothing, somebody else's page, or "later". */
export type Sent = Result<unknown> | "lost" | "portal" | "busy";
/** The same with what happened to it on its way. */
export type Arrived = { readonly sent: Sent; readonly fate: Fate };

export const UNREACHABLE = rough<never>({ code: "center-unreachable" });

/** A body as a line that cuts or changes it hands it on. */
export const damaged = <T extends string | Uint8Array>(body: T, how: "cut" | "wrong"): T => {
  if (typeof body === "string")
    return (
      how === "cut" ? body.slice(0, now.chance.below(body.length)) : body.replace(/[0-9a-f]/, "~")
    ) as T;
  if (how === "cut") return body.slice(0, now.chance.below(body.length)) as T;
  const copy = Uint8Array.from(body);
  const at = now.chance.below(Math.max(1, copy.length));
  copy[at] = (copy[at] ?? 0) ^ (1 << now.chance.below(8));
  return copy as T;
};

const codeOf = (code: string): RefusalCode => (isRefusalCode(code) ? code : "center-unreachable");

/** What an answer means to the desk; `read` looks into one that came. */
export const weatherOf = <T>(
  { sent, fate }: Arrived,
  read: (value: unknown, fate: Fate) => Weather<T>,
): Weather<T> => {
  if (sent === "lost") return UNREACHABLE;
  if (sent === "portal") return rough({ code: "malformed" }, { isPortal: true });
  if (sent === "busy") return rough({ code: "busy" }, { waitMs: 1000 });
  return sent.ok
    ? read(sent.value, fate)
    : rough({ code: codeOf(sent.refusal.code), detail: sent.refusal.detail ?? "" });
};

/** Reads an answer in JSON. */
export const jsonOf =
  <T>(shape: z.ZodType<T>) =>
  (value: unknown, fate: Fate): Weather<T> => {
    const text = JSON.stringify(value);
    const arrived =
      fate === "cutReply" ? damaged(text, "cut") : fate === "wrongReply" ? damaged(text, "wrong") : text;
    try {
      const checked = shape.safeParse(JSON.parse(arrived));
      return checked.success ? came(checked.data) : rough({ code: "malformed" });
    } catch {
      return rough({ code: "malformed" });
    }
  };

/** Reads an answer in bytes. */
export const bytesOf = (value: unknown, fate: Fate): Weather<Uint8Array<ArrayBuffer>> => {
  const bytes = value as Uint8Array<ArrayBuffer>;
  if (fate === "cutReply") return came(damaged(bytes, "cut"));
  return came(fate === "wrongReply" ? damaged(bytes, "wrong") : bytes);
};
