import { challengeReply, ROUTES, sessionReply } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { signText } from "../identity/deviceKey.ts";
import { present, type Scene } from "../scene.ts";
import { askCenter } from "./ask.ts";

/** How long before its end a token is renewed, so that no long pull outlives it. */
const EARLY_MS = 60_000;

type Token = { readonly feed: string; readonly url: string; readonly token: string; readonly endsMs: number };

const sign = async (scene: Scene, url: string, feed: string): Promise<Result<Token>> => {
  const who = present(scene);
  if (!who.ok) return who;
  const asked = await askCenter(`${url}${ROUTES.challenge}`, { feed }, challengeReply);
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const sig = signText(who.value.keys.device, `LAD session\n${challenge}\n${feed}`);
  const opened = await askCenter(`${url}${ROUTES.session}`, { feed, challenge, sig }, sessionReply);
  if (!opened.ok) return opened;
  return done({
    feed,
    url,
    token: opened.value.token,
    endsMs: performance.now() + opened.value.expiresInS * 1000 - EARLY_MS,
  });
};

/** This desk's standing at the center. */
export type CenterSession = {
  /** A valid token, from memory or by a signed challenge; `isFresh` asks for a new one after a 401. */
  readonly token: (isFresh: boolean) => Promise<Result<string>>;
};

/** Signs challenges with the desk's key; needs somebody signed in, because the key is sealed otherwise. */
export const openCenterSession = (scene: Scene): CenterSession => {
  let known: Token | undefined;
  let asking: Promise<Result<Token>> | undefined;
  return {
    token: async (isFresh) => {
      const { vault } = scene;
      if (!vault?.center) return refuse("center-not-set");
      const { url } = vault.center;
      const isGood = known?.url === url && known.feed === vault.feed && performance.now() < known.endsMs;
      if (known !== undefined && isGood && !isFresh) return done(known.token);
      asking ??= sign(scene, url, vault.feed).finally(() => {
        asking = undefined;
      });
      const signed = await asking;
      if (!signed.ok) return signed;
      known = signed.value;
      return done(known.token);
    },
  };
};
