import { BrowserWindow, session } from "electron";
import type { Printer } from "../host/machineOptions.ts";
import { oneByOne } from "../host/oneByOne.ts";
import { fixPdf } from "../host/print/fixPdf.ts";
import { HOME, SCHEME } from "./address.ts";

/** In memory only: nothing of a letter reaches the disk. */
const PARTITION = "letter";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Prints our own HTML in a hidden window without scripts and without any network. */
export const electronPrinter = (): Printer => {
  const alone = oneByOne();
  const print = async (html: string): Promise<Uint8Array> => {
    const own = session.fromPartition(PARTITION);
    own.protocol.handle(
      SCHEME,
      () =>
        new Response(html, {
          headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
        }),
    );
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
      },
    });
    try {
      await window.loadURL(`${HOME}letter`);
      return fixPdf(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
    } finally {
      window.destroy();
      own.protocol.unhandle(SCHEME);
    }
  };
  return { pdf: (html) => alone(() => print(html)), close: () => alone(async () => undefined) };
};
