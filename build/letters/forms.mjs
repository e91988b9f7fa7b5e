import { receipt } from "./forms/receipt.mjs";

/** Which function lays out which form. */
export const FORMS = { "FZ-005": receipt };
