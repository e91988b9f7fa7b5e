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

/** One picture, drawn as SVG; its figures stand in the tables below. */
const Picture = ({ title, option }: Chart) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, null, { renderer: "svg" });
    chart.setOption(option);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
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
