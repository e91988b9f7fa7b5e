/** True when a text can be kept anywhere: PostgreSQL has no room for the character NUL, and no language has a use for it. */
export const isText = (text: string): boolean => !text.includes("\u0000");
