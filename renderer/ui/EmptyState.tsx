import type { ReactNode } from "react";

/** Says calmly that there is nothing, and what may be done about it. */
export const EmptyState = ({ text, children }: { readonly text: string; readonly children?: ReactNode }) => (
  <div className="lad-empty">
    <p>{text}</p>
    {children}
  </div>
);
