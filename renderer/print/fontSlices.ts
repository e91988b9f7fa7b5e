/** One file of the letter font: its weight and the characters it holds, as inclusive ranges of code points. */
export type FontSlice = {
  readonly file: string;
  readonly weight: 400 | 700;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly rangeText: string;
};

const FACE = /@font-face\s*\{[^}]*\}/g;

const rangeOf = (text: string): readonly [number, number] => {
  const [from = "", to = from] = text.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
};

/** Reads the slices from the font's own style sheet. Throws when it finds none: then the package has changed. */
export const fontSlices = (css: string): readonly FontSlice[] => {
  const slices = (css.match(FACE) ?? []).flatMap((face): readonly FontSlice[] => {
    const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(face)?.[1];
    const rangeText = /unicode-range:\s*([^;]+);/.exec(face)?.[1];
    if (file === undefined || rangeText === undefined) return [];
    return [
      {
        file,
        weight: /font-weight:\s*700/.test(face) ? 700 : 400,
        rangeText,
        ranges: rangeText.split(",").map(rangeOf),
      },
    ];
  });
  if (slices.length === 0) throw new Error("the letter font has no slices");
  return slices;
};

const holds = ({ ranges }: FontSlice, point: number): boolean =>
  ranges.some(([from, to]) => from <= point && point <= to);

const pointsOf = (text: string): readonly number[] => [
  ...new Set([...text].map((mark) => mark.codePointAt(0) as number)),
];

/** The slices needed for the text of one weight, in the style sheet's order. */
export const slicesFor = (
  slices: readonly FontSlice[],
  weight: 400 | 700,
  text: string,
): readonly FontSlice[] => {
  const points = pointsOf(text);
  return slices.filter((slice) => slice.weight === weight && points.some((point) => holds(slice, point)));
};

/** Characters no slice holds: they would be printed from whatever font the machine has, or as a box. */
export const uncoveredMarks = (slices: readonly FontSlice[], text: string): readonly string[] =>
  pointsOf(text)
    .filter((point) => point > 0x20 && !slices.some((slice) => holds(slice, point)))
    .map((point) => String.fromCodePoint(point));

/** One `@font-face` with the bytes of the slice inside: the sheet needs no network and looks the same everywhere. */
export const fontFace = ({ weight, rangeText }: FontSlice, base64: string): string =>
  `@font-face{font-family:"Letter Serif";font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${rangeText}}`;
