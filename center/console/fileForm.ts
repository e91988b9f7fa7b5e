/** A posted form with at most one file. */
export type FileForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: Uint8Array;
};

const HEADER_END = Buffer.from("\r\n\r\n");

/**
 * Takes a multipart/form-data body apart (RFC 7578): the console's own forms have short text fields and one file.
 * Whatever does not fit is an empty form, which no guard lets pass.
 */
export const parseFileForm = (body: Buffer, contentType: string): FileForm => {
  const boundary = /boundary="?([^";]{1,100})"?/.exec(contentType)?.[1];
  if (boundary === undefined) return { fields: {} };
  const mark = Buffer.from(`--${boundary}`);
  const fields: Record<string, string> = {};
  let file: Uint8Array | undefined;
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length + 2;
    const end = body.indexOf(mark, start);
    const headerEnd = body.indexOf(HEADER_END, start);
    if (end < 0 || headerEnd < 0 || headerEnd > end) break;
    const header = body.toString("utf8", start, headerEnd);
    // two bytes of line end stand before each mark
    const value = body.subarray(headerEnd + HEADER_END.length, end - 2);
    const name = / name="([a-z]{1,20})"/i.exec(header)?.[1];
    if (/ filename=/i.test(header)) file = value;
    else if (name !== undefined) fields[name] = value.toString("utf8");
    at = end;
  }
  return { fields, ...(file !== undefined && { file }) };
};
