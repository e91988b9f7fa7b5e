import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

type Props<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T, index: number) => ReactNode;
  readonly label: string;
  /** Height of the window onto the list; any CSS length. */
  readonly height: string;
  /** Guess of a row's height in px; rows are measured when they appear. */
  readonly rowHeight?: number;
};

const ROW_PX = 56;
/** Rows drawn beyond the window, so that a fast wheel shows no blank. */
const OVERSCAN = 8;

/** A long list of which only what can be seen is drawn. Rows may be of any height. */
export const VirtualList = <T,>({ items, keyOf, render, label, height, rowHeight = ROW_PX }: Props<T>) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    getItemKey: (index) => keyOf(items[index] as T),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className="lad-scroll" style={{ height }} tabIndex={0} aria-label={label}>
      <ul className="lad-scroll-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="lad-scroll-row"
            style={{ transform: `translateY(${start}px)` }}
          >
            {render(items[index] as T, index)}
          </li>
        ))}
      </ul>
    </section>
  );
};
