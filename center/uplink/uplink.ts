import { HUB_ROUTES, publicationsReply } from "../../shared/api/hubApi.ts";
import type { RefusalCode } from "../../shared/kernel/refusals.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { ASK_MS, restAfterMs } from "../../shared/sync/plan.ts";
import type { Center } from "../context.ts";
import { bookMissing } from "../reference/publish.ts";
import { askProvince } from "./askProvince.ts";
import type { Line, Shipping } from "./line.ts";
import { type Province, reachProvince, signInAtProvince } from "./province.ts";
import { shipBlobs } from "./shipBlobs.ts";
import { shipBook } from "./shipBook.ts";

/** What a round came to: `even` when the province has every book of this hub, or a reason why not. */
export type Round = Shipping | RefusalCode;

/** A hub's line to its province: one round at a time, in the background and whenever somebody asks. */
export type Uplink = {
  readonly now: () => Promise<Round>;
  /** No further round begins; the one at work ends first. */
  readonly stop: () => Promise<void>;
};

/** What the province published and a bureau does not have: booked here, as the province books it where there is no hub. */
const takePublished = async (
  center: Center,
  { url }: Province,
  at: { readonly token: string; readonly bureaus: readonly string[] },
): Promise<Result<void>> => {
  const { token, bureaus } = at;
  const reply = await askProvince({ url: `${url}${HUB_ROUTES.publications}`, token }, publicationsReply);
  if (!reply.ok) return reply;
  for (const bureau of bureaus) await bookMissing(center, bureau, reply.value.publications);
  return done(undefined);
};

/** Told to the province at the next greeting, so that its console shows what a person must look at. */
const troubleOf = (last: Round): string => (last === "diverged" || last === "handed-over" ? last : "");

/** Attachments follow a book that has arrived; whatever hinders them is no trouble of the book. */
const bringBlobs = async (line: Line): Promise<void> => {
  const brought = await shipBlobs(line);
  if (!brought.ok) line.center.log.warn({ bureau: line.bureau, code: brought.refusal.code }, "uplink.blobs");
};

const roundOf = async (center: Center, last: Round): Promise<Round> => {
  const province = await reachProvince(center);
  if (!province.ok) return province.refusal.code;
  const token = await signInAtProvince(center, province.value);
  if (!token.ok) return token.refusal.code;
  const rows = await center.db.atGate((tx) =>
    tx.all<{ bureau: string }>("select bureau from bureau order by bureau"),
  );
  const bureaus = rows.map(({ bureau }) => bureau);
  const published = await takePublished(center, province.value, { token: token.value, bureaus });
  if (!published.ok) return published.refusal.code;
  let worst: Round = "even";
  for (const bureau of bureaus) {
    const line = { center, province: province.value, token: token.value, bureau };
    const shipped = await shipBook(line, troubleOf(last));
    const became = shipped.ok ? shipped.value : shipped.refusal.code;
    if (became === "even" || became === "handed-over") await bringBlobs(line);
    if (became === "even") continue;
    worst = became;
    center.log.warn({ bureau, code: became }, "uplink.uneven");
  }
  await center.db.atGate((tx) =>
    tx.run("update upstream set seen_at = $1", [new Date(center.now()).toISOString()]),
  );
  return worst;
};

/** Starts the line to the province; at the province itself there is none, and every round is even. */
export const startUplink = (center: Center): Uplink => {
  if (center.config.upstream === undefined) return { now: async () => "even", stop: async () => undefined };
  let last: Round = "even";
  let failures = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let atWork: Promise<Round> = Promise.resolve(last);
  const round = async (): Promise<Round> => {
    try {
      last = await roundOf(center, last);
      failures = last === "center-unreachable" || last === "busy" ? failures + 1 : 0;
    } catch (error) {
      // a bug here, or our own database away, must not end the line: it rests and tries again
      failures += 1;
      last = "busy";
      center.log.error({ message: (error as Error).message }, "uplink.failed");
    }
    return last;
  };
  const now = (): Promise<Round> => {
    atWork = atWork.then(() => (isStopped ? last : round()));
    return atWork;
  };
  const later = (): void => {
    if (isStopped) return;
    const ms = Math.max(ASK_MS, restAfterMs(failures, Math.random(), 0));
    timer = setTimeout(() => void now().then(later), ms);
    timer.unref();
  };
  void now().then(later);
  return {
    now,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await atWork;
    },
  };
};
