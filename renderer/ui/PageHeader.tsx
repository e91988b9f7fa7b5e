import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
};

/** The head of a screen: its one h1, a line about it, and what can be done with the whole. */
export const PageHeader = ({ title, note, tags, actions }: Props) => (
  <header className="lad-page-header">
    <div>
      <h1>
        {title} {tags}
      </h1>
      {note !== undefined && <p className="lad-quiet">{note}</p>}
    </div>
    {actions !== undefined && <div className="lad-buttons">{actions}</div>}
  </header>
);
