import { challengeReply, ROUTES, sessionReply } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { signText } from "../identity/deviceKey.ts";
import { feedKey } from "../identity/keys.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { askCenter } from "./ask.ts";

/** How long before its end a token is renewed, so that no long pull outlives it. */
const EARLY_MS = 60_000;

type Token = { readonly url: string; readonly token: string; readonly endsMs: number };

/** A token of the center at `url`, by a signed challenge. */
export const signInAt = async (scene: Scene, url: string, feed: string): Promise<Result<Token>> => {
  const [who, vault] = [present(scene), vaultOf(scene)];
  if (!who.ok) return who;
  if (!vault.ok) return vault;
  const key = feedKey(vault.value, who.value.keys, feed);
  if (key === undefined) return refuse("device-unknown", undefined, "feed");
  const asked = await askCenter(`${url}${ROUTES.challenge}`, { feed }, { form: challengeReply });
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const sig = signText(key, `LAD session\n${challenge}\n${feed}`);
  const opened = await askCenter(`${url}${ROUTES.session}`, { feed, challenge, sig }, { form: sessionReply });
  if (!opened.ok) return opened;
  return done({
    url,
    token: opened.value.token,
    endsMs: performance.now() + opened.value.expiresInS * 1000 - EARLY_MS,
  });
};

/** This desk's standing at the center. */
export type CenterSession = {
  /**
   * A valid token, from memory or by a signed challenge; `isFresh` asks for a new one after a 401. `feed`: one this desk
   * wrote before it was restored, instead of the present one.
   */
  readonly token: (isFresh: boolean, feed?: string) => Promise<Result<string>>;
};

/** Signs challenges with the desk's key; needs somebody signed in, because the key is sealed otherwise. */
export const openCenterSession = (scene: Scene): CenterSession => {
  const known = new Map<string, Token>();
  const asking = new Map<string, Promise<Result<Token>>>();
  return {
    token: async (isFresh, asked) => {
      const { vault } = scene;
      if (!vault?.center) return refuse("center-not-set");
      const { url } = vault.center;
      const feed = asked ?? vault.feed;
      const token = known.get(feed);
      if (token?.url === url && performance.now() < token.endsMs && !isFresh) return done(token.token);
      const signing = asking.get(feed) ?? signInAt(scene, url, feed).finally(() => asking.delete(feed));
      asking.set(feed, signing);
      const signed = await signing;
      if (!signed.ok) return signed;
      known.set(feed, signed.value);
      return done(signed.value.token);
    },
  };
};
