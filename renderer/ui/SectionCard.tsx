import { type ReactNode, useId } from "react";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
};

/** A titled block of a screen; a landmark, so that it can be jumped to. */
export const SectionCard = ({ title, note, extra, children }: Props) => {
  const id = useId();
  return (
    <section className="lad-card" aria-labelledby={id}>
      <div className="lad-card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="lad-quiet">{note}</span>}
        {extra !== undefined && <div className="lad-card-extra">{extra}</div>}
      </div>
      {children}
    </section>
  );
};
