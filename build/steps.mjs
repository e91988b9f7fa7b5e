/** The five checks in their order; `npm run check` and `npm test` both walk this list. */
export const CHECKS = ["lint", "rooms", "types", "knip", "sizes"];
