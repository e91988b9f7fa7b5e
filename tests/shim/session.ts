import { only } from "./only.ts";

type Decide = (granted: boolean) => void;
type Request_ = (contents: unknown, permission: string, decide: Decide) => void;
type Check = (contents: unknown, permission: string) => boolean;
type Before = (details: { readonly url: string }, decide: (answer: { cancel?: boolean }) => void) => void;
type Handler = (request: Request) => Response | Promise<Response>;

/** What the product asked of one session. `isOwn` ones keep nothing on disk. */
export type Wishes = {
  readonly isOwn: boolean;
  readonly handlers: Map<string, Handler>;
  readonly request?: Request_;
  readonly check?: Check;
  readonly before?: { readonly urls: readonly string[]; readonly handler: Before };
};
const wishesOf = new WeakMap<object, Wishes>();
/** The wishes of a session that the product holds. */
export const wishes = (session: object): Wishes => wishesOf.get(session) as Wishes;

const newSession = (isOwn: boolean) => {
  const kept: Wishes = { isOwn, handlers: new Map() };
  const session = only("session", {
    setPermissionRequestHandler: (request: Request_) => void Object.assign(kept, { request }),
    setPermissionCheckHandler: (check: Check) => void Object.assign(kept, { check }),
    setDevicePermissionHandler: (_handler: unknown) => undefined,
    webRequest: only("webRequest", {
      onBeforeRequest: ({ urls }: { readonly urls: readonly string[] }, handler: Before) =>
        void Object.assign(kept, { before: { urls, handler } }),
    }),
    protocol: only("session.protocol", {
      handle: (scheme: string, handler: Handler) => void kept.handlers.set(scheme, handler),
      unhandle: (scheme: string) => void kept.handlers.delete(scheme),
    }),
  });
  wishesOf.set(session, kept);
  return session;
};

const partitions = new Map<string, ReturnType<typeof newSession>>();
export const session = only("session", {
  defaultSession: newSession(false),
  fromPartition: (name: string) => {
    const found = partitions.get(name) ?? newSession(true);
    partitions.set(name, found);
    return found;
  },
});

/** Electron grants what nobody refuses: a permission is open when either the request or the check lets it through. */
export const isGranted = ({ request, check }: Wishes, permission: string): boolean => {
  const answers: boolean[] = [];
  request?.({}, permission, (granted) => void answers.push(granted));
  return (answers[0] ?? request === undefined) || (check?.({}, permission) ?? true);
};

/** Whether a request to the network is stopped before it is made. */
export const isCancelled = ({ before }: Wishes, url: string): boolean => {
  const answers: boolean[] = [];
  if (before?.urls.some((pattern) => url.startsWith(pattern.slice(0, pattern.indexOf("*")))))
    before.handler({ url }, ({ cancel = false }) => void answers.push(cancel));
  return answers[0] ?? false;
};
