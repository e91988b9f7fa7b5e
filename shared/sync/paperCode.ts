/** Read aloud over the telephone: no letter or digit that sounds or looks like another. */
const ALPHABET = "ACDEFHJKLMNPQRTUVWXY3479";
const CODE_LENGTH = 12;

/** A code to be told or carried on paper (55 bits of chance), in groups of four. `below` draws a number in [0, max). */
export const paperCode = (below: (max: number) => number): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[below(ALPHABET.length)])
    .join("")
    .replaceAll(/(.{4})(?=.)/g, "$1-");
