import type { Engine } from "./engine.ts";
import { pouch } from "./pouch.ts";
import { rx } from "./rx.ts";

declare global {
  interface Window {
    rivals: { readonly pouch: Engine; readonly rx: Engine };
  }
}
window.rivals = { pouch, rx };
