import { randomBytes, randomUUID } from "node:crypto";
import type { EnrolReply, EnrolRequest } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { nameReplaced } from "../../shared/ops/draft.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { bookHead, centerFeedOf, readFeed } from "../book/books.ts";
import { bookOwn, type OwnBook, putBy } from "../book/ownOp.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { CENTER_DESK } from "../epochs/beginEpoch.ts";
import { formerKeys } from "../hubs/terms.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { type Province, provinceOf } from "../uplink/province.ts";
import { deviceOf } from "./admit.ts";
import { codeHash } from "./codes.ts";
import { newEnd } from "./enrolmentEnd.ts";
import { believedMs } from "./steadyClock.ts";

type CodeRow = {
  readonly bureau: string | null;
  readonly name: string;
  readonly used_by: string | null;
  readonly is_live: boolean;
};

type Used = {
  readonly code: CodeRow;
  readonly request: EnrolRequest;
  readonly province: Province | undefined;
};

const FEED_BYTES = 12;

const isProven = ({ code, feed, key, proof }: EnrolRequest): boolean => {
  try {
    return isSigned(publicKeyOf(key), `LAD enrol\n${code}\n${feed}`, proof);
  } catch {
    // 32 bytes that are no point of the curve: not a key at all
    return false;
  }
};

const addFeed = (
  tx: Tx,
  bureau: string,
  feed: {
    readonly id: string;
    readonly name: string;
    readonly key: string;
    readonly isCenter: boolean;
    readonly notAfter?: string;
  },
): Promise<number> =>
  tx.run(
    "insert into feed (bureau, feed, is_center, desk_name, key, not_after) values ($1, $2, $3, $4, $5, $6)",
    [bureau, feed.id, feed.isCenter, feed.name, feed.key, feed.notAfter ?? null],
  );

const found = async (
  center: Center,
  tx: Tx,
  bureau: { readonly id: string; readonly name: string },
): Promise<void> => {
  await tx.run("insert into bureau (bureau, name) values ($1, $2)", [bureau.id, bureau.name]);
  await tx.run("insert into bureau_log (bureau, epoch, chain) values ($1, $2, $3)", [
    bureau.id,
    randomUUID(),
    Buffer.from(CHAIN_START, "hex"),
  ]);
  await addFeed(tx, bureau.id, {
    id: randomBytes(FEED_BYTES).toString("hex"),
    name: CENTER_DESK,
    key: center.key.publicKey,
    isCenter: true,
  });
};

/** The bureau a code stands for: its own, or the one that the first desk brings and that nobody has yet. */
const bureauOf = async (
  tx: Tx,
  code: CodeRow,
  request: EnrolRequest,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }>> => {
  if (code.bureau !== null) {
    if (request.bureau !== undefined && request.bureau !== code.bureau) return refuse("wrong-bureau");
    const log = await tx.one<{ home: string }>("select home from bureau_log where bureau = $1", [
      code.bureau,
    ]);
    return log?.home === "here" ? done({ id: code.bureau, isNew: false }) : refuse("not-home");
  }
  const id = request.bureau ?? randomUUID();
  const taken = await tx.one<object>("select 1 from bureau where bureau = $1", [id]);
  return taken === undefined ? done({ id, isNew: true }) : refuse("wrong-bureau");
};

const bookDesk = (
  { center, tx, bureau }: OwnBook,
  device: { readonly id: string; readonly name: string; readonly key: string; readonly notAfter?: string },
): Promise<number> => {
  const enrolledAt = new Date(center.now()).toISOString();
  const { id, name, key, notAfter } = device;
  return bookOwn(
    { center, tx, bureau },
    {
      intent: "device.enrol",
      muts: putBy(
        { t: "device", id },
        { name, key, state: "ACTIVE", enrolledAt, ...(notAfter !== undefined && { notAfter }) },
      ),
    },
  );
};

/** What an enrolled desk keeps: where it stands, whose signature counts, and who may hand its book over. */
export const standingFor = async (
  { center, tx, bureau }: OwnBook,
  { deskName, province }: { readonly deskName: string; readonly province: Province | undefined },
): Promise<EnrolReply> => {
  const former = await formerKeys(center, tx, bureau);
  return {
    bureau,
    deskName,
    epoch: (await bookHead(tx, bureau)).epoch,
    centerFeed: (await centerFeedOf(tx, bureau)).feed,
    centerKey: center.key.publicKey,
    ...(former.length > 0 && { formerKeys: former }),
    ...(province !== undefined && { province: { key: province.key, url: province.url } }),
  };
};

type Known = { readonly bureau: string; readonly key: string; readonly desk_name: string };

/** The reply was lost and the same desk asks again: it gets the same answer, anybody else none. */
const answerAgain = async (
  center: Center,
  tx: Tx,
  { known, province }: { readonly known: Known; readonly province: Province | undefined },
): Promise<Result<EnrolReply>> => {
  const { bureau, desk_name: deskName } = known;
  await tx.enter(bureau);
  return done(await standingFor({ center, tx, bureau }, { deskName, province }));
};

const addDesk = async (
  center: Center,
  tx: Tx,
  { code, request, province }: Used,
): Promise<Result<EnrolReply>> => {
  const bureau = await bureauOf(tx, code, request);
  if (!bureau.ok) return bureau;
  const { id, isNew } = bureau.value;
  const { feed, deskName, key } = request;
  if (isNew) await found(center, tx, { id, name: code.name === "" ? request.bureauName : code.name });
  const ms = center.now();
  const [at, notAfter] = [ms, newEnd(await believedMs(tx, ms), center.config)].map((one) =>
    new Date(one).toISOString(),
  ) as [string, string];
  await addFeed(tx, id, { id: feed, name: deskName, key, isCenter: false, notAfter });
  await tx.run("update enrol_code set used_at = $2, used_by = $3, bureau = $4 where code_hash = $1", [
    codeHash(request.code),
    at,
    feed,
    id,
  ]);
  await tx.enter(id);
  const book: OwnBook = { center, tx, bureau: id };
  if (isNew)
    await bookDesk(book, {
      id: (await centerFeedOf(tx, id)).feed,
      name: CENTER_DESK,
      key: center.key.publicKey,
    });
  await bookDesk(book, { id: feed, name: deskName, key, notAfter });
  return done(await standingFor(book, { deskName, province }));
};

const useCode = async (center: Center, tx: Tx, request: EnrolRequest): Promise<Result<EnrolReply>> => {
  const code = await tx.one<CodeRow>(
    "select bureau, name, used_by, expires_at > $2 as is_live from enrol_code where code_hash = $1 and not is_hub for update",
    [codeHash(request.code), new Date(center.now()).toISOString()],
  );
  if (code === undefined || !code.is_live) return refuse("code-invalid");
  const known = await tx.one<Known>("select bureau, key, desk_name from feed where feed = $1", [
    request.feed,
  ]);
  const province = await provinceOf(tx);
  // a desk must learn from its first day whose word can hand its book over
  if (center.config.upstream !== undefined && province === undefined)
    return refuse("busy", undefined, "upstream");
  if (code.used_by === null)
    return known === undefined
      ? addDesk(center, tx, { code, request, province })
      : refuse("fork", undefined, "feed");
  const isSame = known !== undefined && code.used_by === request.feed && known.key === request.key;
  return isSame ? answerAgain(center, tx, { known, province }) : refuse("code-invalid");
};

/**
 * Enrols a desk with a single-use code and proof that it holds its key. The code decides the bureau; who founds one
 * brings its id. The enrolment is an op of the center in the book, so that every desk can check this desk's signatures.
 */
export const enrol = async (center: Center, request: EnrolRequest): Promise<Result<EnrolReply>> => {
  if (!isProven(request)) return refuse("signature-invalid");
  return center.db.atGate((tx) => useCode(center, tx, request));
};

/** Stops a desk: what it sends from now on is held, it reads nothing more. An op of the center says so to everybody. */
export const revoke = (center: Center, bureau: string, feed: string): Promise<Result<void>> =>
  center.db.inBureau(bureau, async (tx) => {
    const desk = await readFeed(tx, bureau, feed);
    if ((await bookHead(tx, bureau)).home !== "here") return refuse("not-home");
    if (desk === undefined || desk.isCenter) return refuse("not-found");
    if (desk.state === "revoked") return refuse("already-done");
    await tx.run("update feed set state = 'revoked' where bureau = $1 and feed = $2", [bureau, feed]);
    const device = await deviceOf({ center, tx, bureau }, feed);
    const change = { k: "put", t: "device", id: feed, f: "state", v: "REVOKED" } as const;
    await bookOwn(
      { center, tx, bureau },
      {
        intent: "device.revoke",
        muts: nameReplaced([change], () => device),
      },
    );
    return done(undefined);
  });
