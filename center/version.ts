/** The version a center states in its own ops and pages. */
export const CENTER_VERSION = "0.1.0";
