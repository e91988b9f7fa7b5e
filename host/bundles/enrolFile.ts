import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { openBundle } from "./box.ts";

/** What a center's enrolment file says: whose key answers from now on, and the bureau; "" for one that is yet to be founded. */
export type EnrolFile = { readonly centerKey: string; readonly bureau: string };

/**
 * Opens an enrolment file (base64) with the code that was told apart from it. `code-invalid` for another code,
 * `bundle-damaged` for any other file.
 */
export const openEnrolFile = async (data: string, code: string): Promise<Result<EnrolFile>> => {
  const opened = await openBundle(Buffer.from(data, "base64"), { code });
  if (!opened.ok) return opened;
  const { manifest } = opened.value;
  return manifest.kind === "enrol"
    ? done({ centerKey: manifest.from.key, bureau: manifest.bureau })
    : refuse("bundle-damaged");
};
