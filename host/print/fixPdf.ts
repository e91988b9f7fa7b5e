/** The moment every letter claims to be made: the date that counts is printed on it and recorded in its op. */
const FIXED = "20000101000000";
const DATE = /(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g;

/**
 * Takes the clock out of a PDF, so that the same letter gives the same bytes and its SHA-256 means its content. The
 * digits are replaced in place: no offset of the file's cross-reference table moves.
 */
export const fixPdf = (pdf: Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(pdf)
      .toString("latin1")
      .replaceAll(DATE, (_, before: string) => before + FIXED),
    "latin1",
  );
