import type { Center } from "../context.ts";
import type { Province } from "./province.ts";

/** A signed-in line to the province, and the book it is about. */
export type Line = {
  readonly center: Center;
  readonly province: Province;
  readonly token: string;
  readonly bureau: string;
};

/** What became of one book in a round. */
export type Shipping = "even" | "diverged" | "handed-over" | "offering";
