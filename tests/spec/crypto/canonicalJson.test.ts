import { describe, expect, it } from "vitest";
import { canonicalJson, checkJson, type Json, parseCanonical } from "../../../shared/kernel/canonicalJson.ts";

/** What any JSON text becomes with us: its canonical text, or the refusal's detail. */
const written = (text: string): string => {
  const checked = checkJson(JSON.parse(text));
  return checked.ok ? canonicalJson(checked.value) : `refused: ${checked.refusal.detail}`;
};
const numberOf = (bits: string): number => Buffer.from(bits, "hex").readDoubleBE();

/**
 * The examples of RFC 8785 whose numbers are integers: section 3.2.3 (sorting) and the test data that its author publishes
 * with it (cyberphone/json-canonicalization, testdata: arrays, french, structures, unicode, weird).
 */
const EXAMPLES = [
  {
    name: "section 3.2.3: keys sorted by UTF-16 code units, not by code points",
    text: '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    canonical:
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  },
  {
    name: "arrays.json: an array keeps its order, the objects in it are sorted",
    text: '[\n  56,\n  {\n    "d": true,\n    "10": null,\n    "1": [ ]\n  }\n]',
    canonical: '[56,{"1":[],"10":null,"d":true}]',
  },
  {
    name: "french.json: no country's alphabet takes part in sorting",
    text: '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
    canonical:
      '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
  },
  {
    name: "structures.json: objects in objects, an empty name, 56.0 written as 56",
    text: '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{}],"A":{}}',
    canonical: '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
  },
  {
    name: "unicode.json: two characters that look like one stay two",
    text: '{"Unnormalized Unicode":"\\u1e0d\\u0307"}',
    canonical: '{"Unnormalized Unicode":"\u1e0d\u0307"}',
  },
  {
    name: "weird.json: a script's end, DEL, a control above 7F",
    text: '{"\\u20ac":"Euro Sign","1":"One","\\u0080":"Control\\u007f","\\ud83d\\ude02":"Smiley","\\u00f6":"Latin Small Letter O With Diaeresis","\\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}',
    canonical:
      '{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  },
  {
    name: "section 3.2.2, its text: which characters are escaped, and how",
    text: '"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"',
    canonical: '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
  },
  { name: "section 3.2.2, its literals", text: "[null, true, false]", canonical: "[null,true,false]" },
];

describe("RFC 8785: its own examples without fractions come out byte for byte", () => {
  it.each(EXAMPLES)("$name", ({ text, canonical }) => {
    expect(written(text)).toBe(canonical);
    expect(parseCanonical(canonical).ok).toBe(true);
    // what is already written so is the only text of its value
    expect(parseCanonical(text).ok).toBe(text === canonical);
  });
});

/** RFC 8785, appendix B: bits of the double (IEEE 754), what the RFC writes. */
// biome-ignore format: a table is read by columns
const APPENDIX_B: readonly (readonly [string, string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["7fffffffffffffff", "not a number"],
  ["7ff0000000000000", "infinite"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

describe("RFC 8785, appendix B: of its 26 numbers only zero is one of ours; every other is refused, never rounded", () => {
  it.each(APPENDIX_B)("%s (%s)", (bits, asWritten) => {
    const value = numberOf(bits);
    const isOurs = bits === "0000000000000000";
    expect(checkJson(value).ok).toBe(isOurs);
    if (isOurs) expect(canonicalJson(value)).toBe("0");
    else expect(() => canonicalJson(value)).toThrow("integers only");
    // as text from a line: what the RFC would have written does not come in either
    if (!isOurs && asWritten !== "0") expect(parseCanonical(`[${asWritten}]`).ok).toBe(false);
  });

  it("the largest integers that every language holds exactly are ours, the next ones are not", () => {
    const [top, bottom] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
    expect(canonicalJson([top, bottom])).toBe("[9007199254740991,-9007199254740991]");
    for (const text of ["[9007199254740992]", "[-9007199254740992]", "[9007199254740993]"])
      expect(parseCanonical(text).ok, text).toBe(false);
  });

  it("section 3.2.2 as a whole, values.json: its fractions are refused", () => {
    const numbers = "[1E30,4.50,333333333.33333329,2e-3,0.000000000000000000000000001]";
    expect(written(`{"numbers":${numbers},"literals":[null,true,false]}`)).toBe("refused: number");
  });
});

describe("narrower than RFC 8785 on purpose (docs/protocol.md §1): refused with a reason, never mended", () => {
  it.each<[string, unknown]>([
    ["minus zero, which the RFC writes as 0", -0],
    ["a lone surrogate, which section 3.2.2.2 calls an error", "\ud800"],
    ["a lone surrogate in a name", { "\udfff": 1 }],
    ["the name __proto__", JSON.parse('{"__proto__":1}')],
    ["the name constructor", { constructor: 1 }],
    ["the name prototype, deep inside", [{ a: { prototype: 1 } }]],
    ["seventeen containers below the top value", JSON.parse(`${"[".repeat(18)}${"]".repeat(18)}`)],
    ["what JSON has no word for", [undefined]],
  ])("%s", (_name, value) => {
    expect(checkJson(value).ok).toBe(false);
  });

  it.each([
    ["a name twice", '{"a":1,"a":1}'],
    ["a needless escape", '"\\u0041"'],
    ["an upper-case escape", '"\\u000F"'],
    ["the escaped solidus", '"\\/"'],
    ["a plus sign in an exponent", "[1e+2]"],
    ["a space after the end", "[1] "],
    ["a byte order mark", "\ufeff[1]"],
  ])("a second text for the same value: %s", (_name, text) => {
    expect(parseCanonical(text).ok).toBe(false);
  });

  it("whatever is let in comes out the same after any number of readings", () => {
    for (const { canonical } of EXAMPLES) {
      const again = canonicalJson(JSON.parse(canonical) as Json);
      expect(canonicalJson(JSON.parse(again) as Json)).toBe(canonical);
    }
  });
});
