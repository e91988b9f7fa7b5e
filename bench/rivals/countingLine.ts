import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Bytes on the wire, headers and bodies, as they travel. */
export type Traffic = { sent: number; received: number };
/** A line to a server that counts what goes over it. */
export type CountingLine = {
  readonly url: string;
  readonly traffic: Traffic;
  readonly end: () => void;
};

/** Lays a line to the server at `target`, whichever engine sits at its ends: every byte of it is counted, and none changed. */
export const countingLine = async (target: string): Promise<CountingLine> => {
  const { hostname, port } = new URL(target);
  const traffic: Traffic = { sent: 0, received: 0 };
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other, way] of [
      [near, far, "sent"],
      [far, near, "received"],
    ] as const) {
      open.add(one);
      one.on("data", ({ length }) => {
        traffic[way] += length;
      });
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic,
    end: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
};
