import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/** Inside the data folder, which only its owner can enter; the folder's lock keeps two hosts from sharing it. */
const bellIn = (folder: string): string => join(folder, "door.sock");

/**
 * Hands a new address to whoever rings: a second start of the desk, which then opens a window on this host instead of
 * refusing. Not on Windows, where others could read from such a pipe; nor where the path is too long for a socket.
 */
export const hangDoorbell = (folder: string, entry: () => string): (() => void) => {
  if (process.platform === "win32") return () => undefined;
  rmSync(bellIn(folder), { force: true });
  const server = createServer((socket) => socket.on("error", () => socket.destroy()).end(entry()));
  server.on("error", () => server.close());
  server.listen(bellIn(folder));
  return () => server.close();
};

/** Rings at the host that has this folder: its address for one window, or undefined when nobody opens. */
export const ring = async (folder: string): Promise<string | undefined> => {
  const socket = connect(bellIn(folder)).setEncoding("utf8").setTimeout(5000);
  socket.on("timeout", () => socket.destroy());
  let address = "";
  socket.on("data", (text: string) => {
    address += text;
  });
  try {
    await once(socket, "close");
  } catch {
    // Nobody listens: that host has no window to give, or ends just now.
    return undefined;
  }
  return URL.canParse(address) ? address : undefined;
};
