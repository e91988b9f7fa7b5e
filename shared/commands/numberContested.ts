import { done, type Result, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import type { LawScene } from "./scene.ts";

/** Of the scene, who shares a number. */
type Numbers = { readonly law: Pick<LawScene, "twiceNumbered"> };
const SOURCE = "内部工作规则：文书编号";

/** Refused while another file holds an official number of file `fileId`: which of the two it names nobody could say (I17, I18). */
export const numberContested = (fileId: string, { law }: Numbers): Result<void> =>
  law.twiceNumbered?.includes(fileId) === true
    ? refuse("number-contested", SOURCE, "applicationNo")
    : done(undefined);

/** Refused while people disagree on the record or its number: until somebody settles it no letter about it leaves the office (I17). */
export const undisputed = (view: RecordView, scene: Numbers): Result<void> =>
  view.contested.length > 0 ? refuse("contested") : numberContested(view.id, scene);
