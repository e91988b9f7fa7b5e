import type { EnrolRequest } from "../../shared/api/syncApi.ts";
import { signText } from "../identity/deviceKey.ts";
import type { Birth } from "../identity/newVault.ts";

/** What a desk asks of a center it is to be enrolled at: the same question by network and by file (docs/protocol.md §5). */
export const enrolQuestion = <B extends string | undefined>(
  { feed, publicKey, privateKey }: Pick<Birth, "feed" | "publicKey" | "privateKey">,
  { code, deskName, bureau }: { readonly code: string; readonly deskName: string; readonly bureau: B },
): EnrolRequest & { readonly bureau?: B } => ({
  code,
  feed,
  ...(bureau !== undefined && { bureau }),
  bureauName: "",
  deskName,
  key: publicKey,
  proof: signText(privateKey, `LAD enrol\n${code}\n${feed}`),
});
