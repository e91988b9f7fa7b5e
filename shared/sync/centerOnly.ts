/**
 * Kinds of record written only by the center's own feed, so that every desk learns from the book whose key and numbers are
 * whose and what the province has published. One list for who judges, who ships and who verifies.
 */
export const CENTER_ONLY: ReadonlySet<string> = new Set(["device", "grant", "epoch", "hold", "publication"]);
