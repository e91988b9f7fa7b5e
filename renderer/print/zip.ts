/** The files of a package by path, in the order in which they stand in it. */
export type ZipFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A letter template is some 30 KB; anything near this is not one, and a bomb is stopped while it inflates. */
const MOST_BYTES = 20_000_000;
const MOST_FILES = 500;
const END_MARK = 0x06054b50;
const CENTRAL_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** Names are UTF-8 (general purpose bit 11). */
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day a zip can write: with the clock in it, equal letters would differ. */
const FIXED_DATE = 0x0021;
const VERSION = 20;
const DEFLATED = 8;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

const inflate = async (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) throw new RangeError("the package is too large");
    chunks.push(next.value);
  }
  return joinBytes(chunks);
};

/** The bytes of all parts, one after another. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END_MARK) return at;
  throw new RangeError("not a zip package");
};

/** Reads a zip package (a docx is one). Throws on anything that is no zip, or that would inflate beyond 20 MB. */
export const readZip = async (bytes: Uint8Array<ArrayBuffer>): Promise<ZipFiles> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw new RangeError("the package has too many files");
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = view.getUint32(end + 16, true);
  let left = MOST_BYTES;
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== CENTRAL_MARK) throw new RangeError("the package is damaged");
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize));
    const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.slice(start, start + size);
    const plain = method === DEFLATED ? await inflate(content, left) : content;
    left -= plain.length;
    if (left < 0) throw new RangeError("the package is too large");
    if (!name.endsWith("/")) files.set(name, plain);
    at += CENTRAL_SIZE + nameSize + extra + comment;
  }
  return files;
};

type Part = { readonly name: Uint8Array; readonly content: Uint8Array; readonly at: number };

const header = ({ name, content, at }: Part, isCentral: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(isCentral ? CENTRAL_SIZE : LOCAL_SIZE));
  view.setUint32(0, isCentral ? CENTRAL_MARK : LOCAL_MARK, true);
  const from = isCentral ? 6 : 4;
  if (isCentral) view.setUint16(4, VERSION, true);
  view.setUint16(from, VERSION, true);
  view.setUint16(from + 2, UTF8_NAMES, true);
  view.setUint16(from + 8, FIXED_DATE, true);
  view.setUint32(from + 10, crc32(content), true);
  view.setUint32(from + 14, content.length, true);
  view.setUint32(from + 18, content.length, true);
  view.setUint16(from + 22, name.length, true);
  if (isCentral) view.setUint32(42, at, true);
  return joinBytes([new Uint8Array(view.buffer), name]);
};

/**
 * Writes a package whose bytes depend on nothing but its files: no clock and no compression, which every zlib does
 * in its own way. Equal content is equal bytes on every machine.
 */
export const writeZip = (files: ZipFiles): Uint8Array<ArrayBuffer> => {
  const parts: Part[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const part = { name: new TextEncoder().encode(name), content, at };
    parts.push(part);
    at += LOCAL_SIZE + part.name.length + content.length;
  }
  const central = joinBytes(parts.map((part) => header(part, true)));
  const end = new DataView(new ArrayBuffer(END_SIZE));
  end.setUint32(0, END_MARK, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, at, true);
  const bodies = parts.flatMap((part) => [header(part, false), part.content]);
  return joinBytes([...bodies, central, new Uint8Array(end.buffer)]);
};
