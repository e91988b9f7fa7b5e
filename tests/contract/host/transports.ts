import { once } from "node:events";
import { join } from "node:path";
import { WebSocket as NodeSocket } from "ws";
import type { Machine } from "../../../host/machine.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import { hostOver, type Line, overSocket } from "../../../renderer/host.ts";
import { answer, type Host, type HostCall, hostCallNames } from "../../../shared/host/contract.ts";
import { enter } from "./httpHost.ts";
import { answered } from "./machines.ts";

/** One way to a machine. */
export type Transport = { readonly host: Host; readonly end: () => Promise<void> };

/** Input crosses a real transport as JSON; the direct one is checked by the same contract. */
export const direct = async (machine: Machine): Promise<Transport> => ({
  host: Object.fromEntries(
    hostCallNames.map((call) => [call, (input: unknown) => answer(machine.host, call, input)]),
  ) as unknown as Host,
  end: async () => undefined,
});
/** Through a real loopback server, as the system's browser does it. */
export const overHttp = async (machine: Machine): Promise<Transport> => {
  const serving: Serving = answered(
    await serveDesk({ machine, pageFolder: join(import.meta.dirname, "nothing"), port: 0 }),
  );
  return { host: (await enter(serving.entry())).host, end: serving.close };
};

/** The page's own side of the socket, with only the browser's headers put in by hand; only a scan is posted. */
export const overOneSocket = async (machine: Machine): Promise<Transport> => {
  const serving = answered(
    await serveDesk({ machine, pageFolder: join(import.meta.dirname, "nothing"), port: 0 }),
  );
  const { host, cookie, origin } = await enter(serving.entry());
  const line = new NodeSocket(`${origin.replace("http", "ws")}/host`, { origin, headers: { cookie } });
  await once(line, "open");
  const otherwise = (call: HostCall) =>
    call === "blob.put"
      ? (host["blob.put"] as (input: unknown) => Promise<unknown>)
      : () => Promise.reject(new Error(`${call} left the socket`));
  return { host: hostOver(overSocket(() => line as unknown as Line, otherwise)), end: serving.close };
};

/** The shipped preload and handler, with only Electron itself replaced by its edge. */
export const overIpc = async (machine: Machine): Promise<Transport> => {
  const { answerIpc } = await import("../../../electron/ipc.ts");
  await import("../../../electron/preload.ts");
  const { seen } = await import("../../spec/electron/fakeElectron.ts");
  answerIpc(machine);
  return { host: seen.exposed.get("host") as unknown as Host, end: async () => void seen.ipc.clear() };
};
