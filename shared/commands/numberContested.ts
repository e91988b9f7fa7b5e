import { done, type Result, refuse } from "../kernel/result.ts";
import type { Scene } from "./scene.ts";

const SOURCE = "内部工作规则：文书编号";

/** Refused while another file holds an official number of file `fileId`: which of the two it names nobody could say (I17, I18). */
export const numberContested = (fileId: string, { law }: Pick<Scene, "law">): Result<void> =>
  law.twiceNumbered?.includes(fileId) === true
    ? refuse("number-contested", SOURCE, "applicationNo")
    : done(undefined);
