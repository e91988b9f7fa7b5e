import type { ReactNode } from "react";

/** A picture beside words: seen, but not read out, so that a button is named by its words alone. */
export const Icon = ({ children }: { readonly children: ReactNode }) => (
  <span aria-hidden="true">{children}</span>
);
