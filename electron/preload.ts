import { contextBridge, ipcRenderer } from "electron";
import type { HostCall } from "../shared/host/contract.ts";

/** Every call of the contract; one missing or too many does not compile. The contract itself would bring its checks along. */
// biome-ignore format: a table is read by columns
const CALLS = {
  "app.info": true, "desk.setUp": true, "desk.join": true, "desk.joinByFile": true,
  "user.signIn": true, "user.lock": true, "user.add": true, "user.list": true, "user.changePassword": true, "user.recover": true,
  "station.bind": true, "station.unbind": true,
  "journal.commit": true, "journal.read": true, "journal.note": true, "journal.notes": true, "journal.erase": true, "journal.renew": true,
  "blob.put": true, "blob.get": true, "blob.missing": true, "scan.keep": true, "scan.list": true, "scan.confirm": true,
  "letter.pdf": true, "file.save": true, "backup.write": true,
  "backup.list": true, "backup.part": true, "backup.restore": true,
  "center.enrol": true, "center.move": true, "center.status": true,
  "bundle.enrol": true, "bundle.write": true, "bundle.read": true,
  "bundle.stick": true, "bundle.setStick": true, "bundle.fetch": true,
  "bundle.part": true, "bundle.keep": true,
  "referral.write": true, "referral.open": true, "referral.keepScans": true,
} as const satisfies Record<HostCall, true>;

const send = (call: string) => (input: unknown) => ipcRenderer.invoke("host", call, input);

contextBridge.exposeInMainWorld(
  "host",
  Object.freeze(Object.fromEntries(Object.keys(CALLS).map((call) => [call, send(call)]))),
);
