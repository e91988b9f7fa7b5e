/** The Castagnoli polynomial, bits reversed: better than CRC-32 at finding the damage of disks and memory. */
const POLYNOMIAL = 0x82f63b78;

const entry = (byte: number): number => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value >>> 0;
};
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => entry(byte));

/** CRC-32C (RFC 3720) of the parts one after another, as an unsigned 32-bit number. */
export const crc32c = (...parts: readonly Uint8Array[]): number => {
  let crc = 0xffffffff;
  // By index: an iterator would make opening a year's journal several times slower.
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1)
      crc = ((TABLE[(crc ^ (part[at] as number)) & 0xff] as number) ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
};
