import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartPoint, ChartSeries } from './Chart';

interface PlotProps {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  kind: 'bars' | 'lines';
  shortText: (value: number) => string;
  onPoint: (index: number | undefined) => void;
}

const HEIGHT = 220;
/** In order; lines differ in their dashes too, so that colour is never alone. */
const TOKENS = ['--accent', '--info', '--warn', '--danger', '--ok', '--ink-2'];
const DASHES = [[], [8, 4], [2, 4], [12, 4, 2, 4], [4, 4], [1, 3]];

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function optionsOf({ points, series, kind, shortText, onPoint }: PlotProps, width: number): uPlot.Options {
  const font = `12px ${token('--font-text')}`;
  const axis = { stroke: token('--ink-3'), font, ticks: { show: false } };
  return {
    width,
    height: HEIGHT,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
    scales: {
      x: { time: false, range: (_, least, most) => [least - 0.5, most + 0.5] },
      y: { range: (_, __, most) => [0, most > 0 ? most * 1.08 : 1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 56,
        incrs: [1, 2, 3, 6, 7, 14, 28, 56],
        values: (_, splits) => splits.map((at) => points[at]?.tick ?? ''),
      },
      {
        ...axis,
        grid: { stroke: token('--line'), width: 1 },
        size: (plot, labels) => {
          plot.ctx.font = font;
          const widths = (labels ?? []).map((label) => plot.ctx.measureText(label).width);
          return Math.ceil(Math.max(20, ...widths)) + 14;
        },
        values: (_, splits) => splits.map(shortText),
      },
    ],
    series: [
      {},
      ...series.map(({ name }, index) => {
        const stroke = token(TOKENS[index % TOKENS.length]!);
        return kind === 'bars'
          ? {
              label: name,
              fill: stroke,
              width: 0,
              points: { show: false },
              paths: uPlot.paths.bars!({ size: [0.62, 40], radius: 0.16 }),
            }
          : {
              label: name,
              stroke,
              width: 2,
              dash: DASHES[index % DASHES.length]!,
              points: { show: points.length <= 40, size: 5, fill: stroke },
            };
      }),
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
  };
}

/** The drawing itself; it follows the width of its place and the look of the page. */
export default function Plot(props: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current!;
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      const { points, series } = props;
      const data = [points.map((_, index) => index), ...series.map(({ values }) => [...values])];
      plot = new uPlot(optionsOf(props, element.clientWidth), data as uPlot.AlignedData, element);
    };
    draw();
    const size = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }));
    size.observe(element);
    const look = new MutationObserver(draw);
    look.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const device = matchMedia('(prefers-color-scheme: dark)');
    device.addEventListener('change', draw);
    void document.fonts.ready.then(() => plot?.redraw(false, true));
    return () => {
      size.disconnect();
      look.disconnect();
      device.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [props]);
  return <div ref={place} className="h-[220px] w-full overflow-hidden" />;
}
