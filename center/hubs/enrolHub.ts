import type { HubEnrolRequest } from "../../shared/api/hubApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { codeHash } from "../desks/codes.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";

type CodeRow = { readonly name: string; readonly used_by: string | null; readonly is_live: boolean };

const isProven = ({ code, hub, key, proof }: HubEnrolRequest): boolean => {
  try {
    return isSigned(publicKeyOf(key), `LAD hub\n${code}\n${hub}`, proof);
  } catch {
    // 32 bytes that are no point of the curve: not a key at all
    return false;
  }
};

const useCode = async (center: Center, tx: Tx, request: HubEnrolRequest): Promise<Result<void>> => {
  const at = new Date(center.now()).toISOString();
  const code = await tx.one<CodeRow>(
    "select name, used_by, expires_at > $2 as is_live from enrol_code where code_hash = $1 and is_hub for update",
    [codeHash(request.code), at],
  );
  if (code === undefined || !code.is_live) return refuse("code-invalid");
  const known = await tx.one<{ key: string }>("select key from hub where hub = $1", [request.hub]);
  // the answer was lost and the same hub asks again: it gets the same one, anybody else none
  if (code.used_by !== null)
    return code.used_by === request.hub && known?.key === request.key
      ? done(undefined)
      : refuse("code-invalid");
  if (known !== undefined) return refuse("fork", undefined, "hub");
  const name = code.name === "" ? request.name : code.name;
  await tx.run("insert into hub (hub, name, key) values ($1, $2, $3)", [request.hub, name, request.key]);
  await tx.run("update enrol_code set used_at = $2, used_by = $3 where code_hash = $1", [
    codeHash(request.code),
    at,
    request.hub,
  ]);
  return done(undefined);
};

/**
 * Makes a county's hub known with a single-use code and proof that it holds its key. It answers with our own key, by
 * which the hub and its desks check for ever who keeps their book. A hub takes no hubs: there is one province.
 */
export const enrolHub = async (
  center: Center,
  request: HubEnrolRequest,
): Promise<Result<{ readonly key: string }>> => {
  if (center.config.upstream !== undefined) return refuse("not-home");
  if (!isProven(request)) return refuse("signature-invalid");
  const used = await center.db.atGate((tx) => useCode(center, tx, request));
  center.log.info({ ok: used.ok }, "hub.enrol");
  return used.ok ? done({ key: center.key.publicKey }) : used;
};
