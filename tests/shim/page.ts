import { EventEmitter } from "node:events";
import type { Values } from "./cdp.ts";
import { tellTest } from "./only.ts";
import { isCancelled, wishes } from "./session.ts";

/** Chromium knows no scheme of ours and no address that ends in "invalid": nothing can leave by mistake. */
export const toReal = (url: string): string => url.replace(/^app:\/\/([^/]+)/, "https://$1.app.invalid");
const toApp = (url: string): string => url.replace(/https:\/\/([^/]+)\.app\.invalid/, "app://$1");

type Frame = { url: string };
type Called = { readonly id: number; readonly channel: string; readonly input: readonly unknown[] };
type Answer = (event: unknown, ...input: unknown[]) => Promise<unknown>;
/** What the product answers on its channels. */
export const channels = new Map<string, Answer>();

/** One page of Chromium with what Electron tells and asks about it. */
export class Contents extends EventEmitter {
  readonly mainFrame: Frame = { url: "" };
  readonly frames = new Map<string, Frame>();
  readonly contexts = new Map<number, string>();
  decideWindow: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: "allow",
  });
  /** The navigation that main itself began: nobody is asked about it. */
  expected = "";
  line: ((method: string, params?: object) => Promise<Values>) | undefined;
  setWindowOpenHandler(decide: Contents["decideWindow"]) {
    this.decideWindow = decide;
  }
  send(method: string, params?: object): Promise<Values> {
    if (this.line === undefined) throw new Error("no page yet");
    return this.line(method, params);
  }
  reload() {
    this.expected = this.mainFrame.url;
    void this.send("Page.reload");
  }
  async printToPDF(options: { readonly preferCSSPageSize: boolean; readonly printBackground: boolean }) {
    const { data } = await this.send("Page.printToPDF", options);
    return Buffer.from(data ?? "", "base64");
  }
}

const onCall = async (contents: Contents, { payload, executionContextId }: Values): Promise<void> => {
  const { id, channel, input } = JSON.parse(payload as unknown as string) as Called;
  const senderFrame =
    contents.frames.get(contents.contexts.get(executionContextId as unknown as number) ?? "") ?? null;
  const answered = await Promise.resolve()
    .then(() => channels.get(channel)?.({ sender: contents, senderFrame }, ...input))
    .then(
      (value) => ({ value }),
      (cause: unknown) => ({ error: `Error invoking remote method '${channel}': ${String(cause)}` }),
    );
  if ("error" in answered) tellTest("refused-call", answered.error);
  const expression = `answerPage(${id}, ${JSON.stringify(answered)})`;
  // the page may have gone on to another document meanwhile
  await contents
    .send("Runtime.evaluate", { contextId: executionContextId, expression })
    .catch(() => undefined);
};

type Paused = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postDataEntries?: readonly { readonly bytes: string }[];
  };
};

/** Whether the product keeps the page from going there; asked about what the page began. */
const isKeptBack = (contents: Contents, url: string, isMain: boolean): boolean => {
  const kept = { isPrevented: false };
  const event = { url, preventDefault: () => void Object.assign(kept, { isPrevented: true }) };
  contents.emit("will-frame-navigate", event);
  if (isMain) contents.emit("will-navigate", event);
  if (kept.isPrevented) tellTest("kept-back", url);
  return kept.isPrevented;
};

const onPaused = async (contents: Contents, own: object, paused: Paused): Promise<void> => {
  const { requestId, request, resourceType, frameId } = paused;
  const url = toApp(request.url);
  const fail = (errorReason: string) => contents.send("Fetch.failRequest", { requestId, errorReason });
  if (resourceType === "Document") {
    const isMain = contents.frames.get(frameId) === contents.mainFrame;
    const isExpected = isMain && contents.expected === url;
    if (isExpected) contents.expected = "";
    else if (isKeptBack(contents, url, isMain)) return void (await fail("Aborted"));
  }
  const handler = wishes(own).handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) {
    if (!isCancelled(wishes(own), url))
      return void (await contents.send("Fetch.continueRequest", { requestId }));
    tellTest("cancelled", url);
    return void (await fail("BlockedByClient"));
  }
  const bytes = Buffer.concat(
    (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes, "base64")),
  );
  const { method, headers } = request;
  const answered = await handler(
    new Request(url, { method, headers, ...(bytes.length > 0 && { body: bytes }) }),
  );
  await contents.send("Fetch.fulfillRequest", {
    requestId,
    responseCode: answered.status,
    responseHeaders: [...answered.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await answered.arrayBuffer()).toString("base64"),
  });
};

/** Passes Chromium's events of one page on to its contents. */
export const listen = (
  contents: Contents,
  own: object,
): Readonly<Record<string, (params: Values) => void>> => ({
  "Page.loadEventFired": () => {
    if (!contents.mainFrame.url.startsWith("app:")) return;
    contents.emit("did-finish-load");
    tellTest("shown", contents.mainFrame.url);
  },
  "Page.frameAttached": ({ frameId }) => void contents.frames.set(frameId ?? "", { url: "" }),
  "Page.frameNavigated": ({ frame }) => {
    const { id, url, parentId } = frame as unknown as { id: string; url: string; parentId?: string };
    const known = parentId === undefined ? contents.mainFrame : (contents.frames.get(id) ?? { url: "" });
    known.url = toApp(url);
    contents.frames.set(id, known);
  },
  "Runtime.executionContextCreated": ({ context }) => {
    const { id, auxData } = context as unknown as { id: number; auxData: { frameId: string } };
    contents.contexts.set(id, auxData.frameId);
  },
  "Runtime.bindingCalled": (params) => void onCall(contents, params),
  "Fetch.requestPaused": (params) => {
    // a page that closes while it is answered has no use for the answer
    void onPaused(contents, own, params as unknown as Paused).catch((cause: Error) =>
      tellTest("lost", cause.message),
    );
  },
});
