import { describe, expect, it } from "vitest";
import { SCAN_FORMATS, type ScanFormat } from "../../../shared/dictionary/codes/scanFormats.ts";
import { isWholeScan, scanFits, sniffScan } from "../../../shared/law/scanRules.ts";
import { aJpeg, aPdf, aPng } from "../../builders/scans.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const told = (start: Uint8Array): string => {
  const sniffed = sniffScan(start);
  return sniffed.ok ? sniffed.value.format : `${sniffed.refusal.code} ${sniffed.refusal.detail ?? ""}`.trim();
};

describe("what a file is, by its bytes and never by its name (S18, sync design §3.13)", () => {
  it.each<[string, Uint8Array, string]>([
    ["a PNG", aPng(3, 2), "PNG"],
    ["a JPEG", aJpeg(640, 480), "JPEG"],
    ["a PDF", aPdf("text"), "PDF"],
    ["nothing at all", new Uint8Array(), "scan-empty"],
    ["a program", bytes("MZ\x90\0"), "scan-format EXE"],
    ["a phone's picture", bytes("\0\0\0\x18ftypheic"), "scan-format HEIC"],
    ["a TIFF of a scanner", bytes("II*\0"), "scan-format TIFF"],
    ["a Word document", bytes("PK\x03\x04"), "scan-format Word/ZIP"],
    ["a web page that calls itself a picture", bytes("<html><script>"), "scan-format"],
    ["a PDF behind something else", bytes("GIF89a%PDF-1.7"), "scan-format GIF"],
    ["a drawing that can carry scripts", bytes("<svg xmlns="), "scan-format"],
    ["a PNG that ends before it says how large it is", aPng(3, 2).subarray(0, 12), "scan-broken"],
    ["a JPEG without a frame", bytes("\xff\xd8\xff\xd9"), "scan-broken"],
    ["a JPEG whose segment leads nowhere", bytes("\xff\xd8\xff\xe0\xff\xff1234567890"), "scan-broken"],
  ])("%s", (_, start, expected) => {
    expect(told(start)).toBe(expected);
  });

  it.each<[string, Buffer, number]>([
    ["PNG", aPng(300, 200), 60_000],
    ["JPEG", aJpeg(4000, 3000), 12_000_000],
  ])("a %s says how many pixels it has", (_, start, pixels) => {
    const sniffed = sniffScan(start);
    expect(sniffed.ok && sniffed.value.pixels).toBe(pixels);
  });
});

describe("limits by kind, each refusal naming the rule (sync design §3.13)", () => {
  it.each(Object.keys(SCAN_FORMATS) as ScanFormat[])("%s up to its size and not a byte beyond", (format) => {
    const { bytesMax } = SCAN_FORMATS[format];
    expect(scanFits({ format, pixels: 1 }, bytesMax).ok).toBe(true);
    expect(scanFits({ format, pixels: 1 }, bytesMax + 1)).toEqual({
      ok: false,
      refusal: { code: "scan-too-large", detail: `${format} ≤ ${bytesMax / 1024 / 1024} MB` },
    });
  });

  it("a small file that would unpack to a huge picture is refused by its pixels", () => {
    const bomb = sniffScan(aJpeg(60_000, 60_000));
    expect(bomb.ok && scanFits(bomb.value, 1000)).toEqual({
      ok: false,
      refusal: { code: "scan-too-large", detail: "JPEG ≤ 100 MP" },
    });
  });
});

describe("a file that was copied by half is noticed", () => {
  it.each<[ScanFormat, Buffer]>([
    ["PNG", aPng(40, 40)],
    ["JPEG", aJpeg(40, 40, 300)],
    ["PDF", aPdf("whole", 300)],
  ])("%s", (format, whole) => {
    expect(isWholeScan(format, whole)).toBe(true);
    expect(isWholeScan(format, Buffer.concat([whole, Buffer.from("scanner's note")]))).toBe(true);
    expect(isWholeScan(format, whole.subarray(0, whole.length - 12))).toBe(false);
  });
});
