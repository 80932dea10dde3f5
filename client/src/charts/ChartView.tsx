import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { formatKind } from '../i18n/values';
import type { Chart } from '../pages/model';
import { useHandel } from '../shell/context';

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** The figures of one chart, as the role centre answers them. */
export interface ChartData {
  id: string;
  categories: string[];
  series: { id: string; values: number[] }[];
}

const COLOURS = ['#0b7a6b', '#c0651a', '#5b5fc7'];

export default function ChartView({ chart, data }: { chart: Chart; data: ChartData }) {
  const { isDark, language } = useHandel();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const text = getComputedStyle(host.current!).color;
    const line = isDark ? '#444' : '#e0e0e0';
    const made = init(host.current!);
    const kind = chart.unit === 'count' ? 'integer' : 'amount';
    const show = (value: unknown) => formatKind(kind, Number(value), language);
    made.setOption({
      aria: { enabled: true },
      color: COLOURS,
      animationDuration: 250,
      textStyle: { fontFamily: 'inherit', color: text },
      grid: { left: 8, right: 8, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: text } },
      tooltip: { trigger: 'axis', valueFormatter: show },
      xAxis: {
        type: 'category',
        data: data.categories,
        axisLabel: { color: text },
        axisLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: text, formatter: short(language) },
        splitLine: { lineStyle: { color: line } },
      },
      series: data.series.map((one) => ({
        name: chart.series[one.id] ?? one.id,
        type: chart.kind,
        data: one.values,
        smooth: false,
        symbolSize: 6,
        barMaxWidth: 36,
      })),
    });
    const sized = new ResizeObserver(() => made.resize());
    sized.observe(host.current!);
    return () => {
      sized.disconnect();
      made.dispose();
    };
  }, [chart, data, isDark, language]);
  return <div ref={host} className="chart" role="img" aria-label={chart.caption} />;
}

/** Thousands as k: an axis shows the size, the pointer shows the figure. */
function short(language: 'nl' | 'en'): (value: number) => string {
  const format = new Intl.NumberFormat(language, { notation: 'compact' });
  return (value) => format.format(value);
}
