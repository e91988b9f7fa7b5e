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
  /** Where the aside leads by itself, such as a due day to its clock card. */
  readonly asideHref?: string;
  /** Custody or a minor: marked at the edge. */
  readonly isGrave?: boolean;
};

type Props = { readonly lines: readonly ListLine[]; readonly label: string; readonly height: string };

/** A list of records, each a link; long lists draw only what is seen, and nothing stands where there is nothing. */
export const FileList = ({ lines, label, height }: Props) =>
  lines.length === 0 ? null : (
    <VirtualList
      items={lines}
      keyOf={({ key }) => key}
      label={label}
      height={height}
      render={(line) => (
        <div className={line.isGrave ? "lad-list-line lad-grave" : "lad-list-line"}>
          <a className="lad-list-main" href={hrefTo(line.screen, line.id, line.part)}>
            <strong>{line.title}</strong> {line.badge}
            {line.detail !== undefined && <span className="lad-list-detail">{line.detail}</span>}
          </a>
          {line.asideHref === undefined ? (
            <span className="lad-list-aside">{line.aside}</span>
          ) : (
            <a className="lad-list-aside lad-clock-link" href={line.asideHref}>
              {line.aside}
            </a>
          )}
        </div>
      )}
    />
  );
