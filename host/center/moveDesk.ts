import { HUB_ROUTES, type Term, terms, termText } from "../../shared/api/hubApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { isSignedBy } from "../identity/deviceKey.ts";
import type { Vault } from "../identity/vault.ts";
import type { Scene } from "../scene.ts";
import { centerAddress } from "./address.ts";
import { askCenter } from "./ask.ts";
import { signInAt } from "./centerSession.ts";

type Center = NonNullable<Vault["center"]>;

/** The first keeper of a book: the hub at which this desk was enrolled. */
const FIRST_TERM = 1;

/** What the highest of these terms makes of this desk's center. Every one must be the pinned province's. */
const underTerms = (
  { bureau, center }: { readonly bureau: string; readonly center: Center },
  said: readonly Term[],
): Result<Center> => {
  const { province, term = FIRST_TERM, centerKey, formerKeys = [] } = center;
  if (province === undefined) return refuse("not-home");
  if (!said.every((one) => isSignedBy(province.key, termText(bureau, one), one.sig)))
    return refuse("signature-invalid", undefined, "term");
  const newest = said.toSorted((a, b) => a.no - b.no).at(-1);
  // an old hub that came back knows only its own term: nobody goes back to it (F42)
  if (newest === undefined || newest.no < term) return refuse("not-home");
  const before = new Set([...formerKeys, centerKey, ...said.map(({ key }) => key)]);
  before.delete(newest.key);
  return done({ ...center, centerKey: newest.key, term: newest.no, formerKeys: [...before] });
};

/**
 * The center at `url` as the keeper of this bureau's book: it knows this desk, and shows the province's signature over who
 * keeps the book. `not-home` where it does not keep it, `signature-invalid` where somebody else says so.
 */
export const moveDesk = async (
  scene: Scene,
  vault: Pick<Vault, "bureau" | "feed" | "center">,
  url: string,
): Promise<Result<Center>> => {
  const { bureau, feed, center } = vault;
  if (center === null) return refuse("center-not-set");
  const base = centerAddress(url);
  if (!base.ok) return base;
  const session = await signInAt(scene, base.value, feed);
  if (!session.ok) return session;
  const asked = { form: terms, token: session.value.token };
  const said = await askCenter(`${base.value}${HUB_ROUTES.terms}`, {}, asked);
  if (!said.ok) return said;
  const next = underTerms({ bureau, center }, said.value.terms);
  return next.ok ? done({ ...next.value, url: base.value }) : next;
};
