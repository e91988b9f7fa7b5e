import type { ReactNode } from "react";

/** Names and values side by side. A pair whose value is "" is left out: what is unknown is not shown as empty. */
export const Pairs = ({
  pairs,
}: {
  readonly pairs: readonly (readonly [name: string, value: ReactNode])[];
}) => (
  <dl className="lad-pairs">
    {pairs
      .filter(([, value]) => value !== "" && value !== undefined)
      .map(([name, value]) => (
        <div key={name} className="lad-pair">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
