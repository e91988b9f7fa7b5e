import type { ReactNode } from "react";
import { hrefTo } from "./route.ts";
import { VirtualList } from "./VirtualList.tsx";

/** One line of a list of records: where it leads, what it is called, and what stands beside and below. */
export type ListLine = {
  readonly key: string;
  readonly screen: string;
  readonly id: string;
  readonly part?: string;
  readonly title: string;
  readonly badge?: ReactNode;
  readonly detail?: ReactNode;
  readonly aside?: ReactNode;
  /** Custody or a minor: marked at the edge. */
  readonly isGrave?: boolean;
};

type Props = { readonly lines: readonly ListLine[]; readonly label: string; readonly height: string };

/** A list of records, each a link; long lists draw only what is seen. */
export const FileList = ({ lines, label, height }: Props) => (
  <VirtualList
    items={lines}
    keyOf={({ key }) => key}
    label={label}
    height={height}
    render={(line) => (
      <a
        className={line.isGrave ? "lad-list-line lad-grave" : "lad-list-line"}
        href={hrefTo(line.screen, line.id, line.part)}
      >
        <span className="lad-list-main">
          <strong>{line.title}</strong> {line.badge}
          {line.detail !== undefined && <span className="lad-list-detail">{line.detail}</span>}
        </span>
        <span className="lad-list-aside">{line.aside}</span>
      </a>
    )}
  />
);
