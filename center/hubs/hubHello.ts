import { type HubHelloReply, type HubHelloRequest, headText } from "../../shared/api/hubApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { bookHead } from "../book/books.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { enterOwn, type HubCaller } from "./ownBook.ts";
import { signTerm, termsOf } from "./terms.ts";

/** A bureau that a hub has founded: an empty copy of its book, and the first term, which is the hub's. */
const beginCopy = async (
  center: Center,
  tx: Tx,
  { caller: { hub, key }, bureau, name, epoch }: { readonly caller: HubCaller } & HubHelloRequest,
): Promise<void> => {
  await tx.run("insert into bureau (bureau, name) values ($1, $2)", [bureau, name]);
  await tx.run("insert into bureau_log (bureau, epoch, chain, home, hub) values ($1, $2, $3, 'hub', $4)", [
    bureau,
    epoch,
    Buffer.from(CHAIN_START, "hex"),
    hub,
  ]);
  await tx.enter(bureau);
  await signTerm(center, tx, { bureau, key, seq: 0, chain: CHAIN_START });
  center.log.info({ bureau }, "hub.bureau");
};

/**
 * Answers a hub that asks about one of its books: who keeps it, as we signed it, and where our copy ends. A bureau that
 * nobody has becomes the hub's; anybody else's is `wrong-bureau`.
 */
export const hubHello = async (
  center: Center,
  caller: HubCaller,
  request: HubHelloRequest,
): Promise<Result<HubHelloReply>> => {
  const { bureau, trouble, sig } = request;
  if (!isSigned(publicKeyOf(caller.key), headText(bureau, request), sig)) return refuse("signature-invalid");
  const at = new Date(center.now()).toISOString();
  return center.db.atGate(async (tx) => {
    await tx.run("update hub set seen_at = $2, trouble = $3 where hub = $1", [caller.hub, at, trouble]);
    const isKnown = await tx.one<object>("select 1 from bureau where bureau = $1", [bureau]);
    const isOpen = await tx.one<object>("select 1 from hub where hub = $1 and state = 'open'", [caller.hub]);
    if (isOpen === undefined) return refuse("device-revoked");
    if (isKnown === undefined) await beginCopy(center, tx, { ...request, caller });
    else {
      const own = await enterOwn(tx, caller, bureau);
      if (!own.ok) return own;
    }
    const { seq, chain, stable } = await bookHead(tx, bureau);
    return done({ terms: [...(await termsOf(tx, bureau))], copy: { seq, chain }, stable });
  });
};
