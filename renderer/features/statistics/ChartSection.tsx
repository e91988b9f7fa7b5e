import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendScrollComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { type Chart, chartsOf } from "./charts.ts";
import type { Statistics } from "./countPeriod.ts";
import { STAT_WORDS } from "./words.ts";

register([BarChart, AriaComponent, GridComponent, LegendScrollComponent, TooltipComponent, SVGRenderer]);

/** Drawn at the latest after this, however busy the page is. */
const DRAW_WITHIN_MS = 2000;

/** Draws a chart into a box and keeps it as wide as the box; answers with what takes it away again. */
const draw = (box: HTMLElement, option: Chart["option"]): (() => void) => {
  const chart = init(box, null, { renderer: "svg" });
  chart.setOption(option);
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(box);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
};

/** One picture, drawn as SVG once the tables stand, which have its figures too. */
const Picture = ({ title, option }: Chart) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    if (here === null) return undefined;
    let takeAway = (): void => undefined;
    const turn = requestIdleCallback(() => (takeAway = draw(here, option)), { timeout: DRAW_WITHIN_MS });
    return () => {
      cancelIdleCallback(turn);
      takeAway();
    };
  }, [option]);
  return (
    <figure className="stat-figure">
      <figcaption>{title}</figcaption>
      <div ref={box} className="stat-chart" role="img" aria-label={title} />
    </figure>
  );
};

/** What a person would rather look at than read. Nothing while there is nothing to show. */
export const ChartSection = ({ found }: { readonly found: Statistics }) => {
  const { language, t } = useLanguage();
  const charts = chartsOf(found, language);
  if (charts.length === 0) return null;
  return (
    <SectionCard title={t(STAT_WORDS.charts)}>
      <div className="stat-charts">
        {charts.map((chart) => (
          <Picture key={chart.title} {...chart} />
        ))}
      </div>
    </SectionCard>
  );
};
