import { type IpcMainInvokeEvent, ipcMain } from "electron";
import type { Machine } from "../host/machine.ts";
import { answerCall } from "../host/serve/answerCall.ts";
import { isOurs } from "./address.ts";

/** Only the top frame of our own page may call; a frame that is gone, or any other, may not (security list, row 11). */
const isPage = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);

/** One channel for the whole contract. Rejects for other senders and unknown calls; a bug comes back as its report number. */
export const answerIpc = (machine: Machine): void =>
  ipcMain.handle("host", async (event, call: unknown, input: unknown) => {
    if (!isPage(event)) throw new Error("forbidden");
    const answered = await answerCall(machine, String(call), input);
    if (answered.kind === "answer") return answered.result;
    throw new Error(
      answered.kind === "bug" ? `host call ${String(call)}: report ${answered.report}` : "unknown host call",
    );
  });
