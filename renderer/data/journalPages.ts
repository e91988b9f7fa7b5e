import type { HostOutput } from "../../shared/host/contract.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Desk } from "./desk.ts";

/** Ops per read; the host sends fewer when they are long. */
const PAGE = 1000;
type Read = Result<HostOutput<"journal.read">>;

/** The pages of one feed's journal after `after`; the host reads the next while the caller works on the last. */
export async function* journalPages(
  { host }: Pick<Desk, "host">,
  after: number,
  feed?: string,
): AsyncGenerator<Read> {
  const ask = (from: number): Promise<Read> =>
    host["journal.read"]({ after: from, limit: PAGE, ...(feed !== undefined && { feed }) });
  for (let at = after, next = ask(at); ; ) {
    const read = await next;
    const count = read.ok ? read.value.ops.length : 0;
    at += count;
    const isLast = !read.ok || count === 0 || at >= read.value.headN;
    if (!isLast) {
      next = ask(at);
      // looked at when it is awaited; until then a failure of the database comes first
      next.catch(() => undefined);
    }
    yield read;
    if (isLast) return;
  }
}
