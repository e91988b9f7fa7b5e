import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const part = (name: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  return Buffer.concat([u32(content.length), body, u32(crc32(body))]);
};

/** A sound PNG of grey noise, which no packing makes smaller: about `width` × `height` bytes. */
export const aPng = (width: number, height: number): Buffer => {
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), randomBytes(width)]));
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    part("IHDR", Buffer.concat([u32(width), u32(height), Buffer.of(8, 0, 0, 0, 0)])),
    part("IDAT", deflateSync(Buffer.concat(rows), { level: 1 })),
    part("IEND", Buffer.alloc(0)),
  ]);
};

/** The bones of a JPEG: markers, one frame header with this size, padding and the end. Sound enough to be measured. */
export const aJpeg = (width: number, height: number, padding = 0): Buffer => {
  const frame = Buffer.alloc(11);
  frame.set([0xff, 0xc0, 0, 9, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1),
    frame,
    Buffer.of(0xff, 0xda),
    randomBytes(padding),
    Buffer.of(0xff, 0xd9),
  ]);
};

/** A PDF of one page that says `text`, with a stream of `padding` random bytes beside it. */
export const aPdf = (text: string, padding = 0): Buffer => {
  const words = `BT /F1 28 Tf 60 700 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${padding} >>\nstream\n${randomBytes(padding).toString("latin1")}\nendstream`,
  ];
  let [body, places] = ["%PDF-1.7\n", ""];
  for (const [index, object] of objects.entries()) {
    places += `${String(body.length).padStart(10, "0")} 00000 n \n`;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}${table}${trailer}`, "latin1");
};
