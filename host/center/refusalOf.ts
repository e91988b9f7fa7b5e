import type { Refusal } from "../../shared/kernel/refusals.ts";
import { errorCode } from "../files.ts";

/** What Node's TLS says of a certificate that is not the center's: another authority, another name, another time. */
const CERTIFICATE = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_(GET_ISSUER|VERIFY)|(DEPTH_ZERO_)?SELF_SIGNED)/;

/**
 * Why a request to the center failed: weather, or somebody whose certificate is not the center's. The second does not
 * pass by itself; nothing was sent, because the certificate comes first.
 */
export const refusalOf = (cause: unknown): Refusal => {
  const code = errorCode(cause);
  return {
    code: CERTIFICATE.test(code) ? "center-untrusted" : "center-unreachable",
    detail: code === "" ? "line" : code,
  };
};
