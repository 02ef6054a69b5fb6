import uPlot from 'uplot';
import { colour } from '../base/theme';
import { numberText } from '../format/number';
import { unitText } from '../format/unit';
import type { Severity } from '../format/severity';
import type { Line, Role } from './line';

/** A stretch of time in which an alarm was active. */
export interface AlarmSpan {
  from: number;
  to: number;
  severity: Severity;
}

export interface PlotOptions {
  lines: Line[];
  height: number;
  zeroLine: boolean;
  alarms: () => AlarmSpan[];
  zoomed: (from: number, to: number) => void;
  hovered: (time: number | null) => void;
}

const LINES = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6'];
const DASHES: Record<Role, number[]> = { measured: [], model: [7, 4], setpoint: [2, 3], residual: [] };
const SYNC = 'gemello-trend';

/** The colour of the n-th line. */
export function lineColour(index: number): string {
  return LINES[index % LINES.length] as string;
}

/** A uPlot of some lines with one time axis; bands and alarms behind them. */
export function plot(into: HTMLElement, options: PlotOptions): uPlot {
  const units = [...new Set(options.lines.map(line => line.spec.unit))];
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  options.lines.forEach((line, index) => {
    const stroke = colour(lineColour(index));
    const stepped = line.spec.role === 'setpoint' && uPlot.paths.stepped ? uPlot.paths.stepped({ align: 1 }) : undefined;
    series.push({ scale: line.spec.unit, stroke, width: 1.5, dash: DASHES[line.spec.role], points: { show: false }, paths: stepped });
    if (line.spec.band) {
      const edge: uPlot.Series = { scale: line.spec.unit, stroke: 'transparent', points: { show: false } };
      series.push({ ...edge }, { ...edge });
      bands.push({ series: [series.length - 2, series.length - 1], fill: withAlpha(stroke, '2e') });
    }
  });
  const ink = colour('ink-quiet');
  const grid = { stroke: colour('grid'), width: 1 };
  const axis = { stroke: ink, grid, ticks: grid, font: '12px system-ui, sans-serif' };
  return new uPlot(
    {
      width: Math.max(1, into.clientWidth),
      height: options.height,
      series,
      bands,
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: false }, sync: { key: SYNC }, points: { size: 6 } },
      scales: { x: { time: true } },
      axes: [
        { ...axis, size: (_, values) => (values?.some(value => value?.includes('\n')) ? 48 : 34), values: clock },
        ...units.slice(0, 2).map((unit, index) => ({
          ...axis,
          scale: unit,
          side: index === 0 ? 3 : 1,
          size: 64,
          grid: index === 0 ? grid : { show: false },
          label: unitText(unit) || undefined,
          labelSize: 16,
          labelFont: axis.font,
          values: (_: uPlot, ticks: number[]) => ticks.map(tick => numberText(tick)),
        })),
      ],
      hooks: {
        drawClear: [self => drawAlarms(self, options.alarms())],
        draw: options.zeroLine ? [self => drawZero(self, units[0] ?? '', ink)] : [],
        setSelect: [
          self => {
            if (self.select.width > 4) {
              options.zoomed(self.posToVal(self.select.left, 'x'), self.posToVal(self.select.left + self.select.width, 'x'));
            }
            self.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
          },
        ],
        setCursor: [
          self => options.hovered(self.cursor.left === undefined || self.cursor.left < 0 ? null : self.posToVal(self.cursor.left, 'x')),
        ],
      },
    },
    [[]],
    into,
  );
}

/** The lines as uPlot wants them: one row of times, with holes where a line has nothing at a time. */
export function plotData(lines: Line[], end: number): uPlot.AlignedData {
  if (lines.length === 0) {
    return [[]];
  }
  return uPlot.join(
    lines.map(line => {
      const last = line.times[line.times.length - 1];
      if (line.holds && last !== undefined && last < end) {
        return heldUntil(line, end);
      }
      const rows: (number | null)[][] = [line.values];
      if (line.spec.band) {
        const widths = line.bandWidths();
        rows.push(shifted(line.values, widths, 1), shifted(line.values, widths, -1));
      }
      return [line.times, ...rows] as uPlot.AlignedData;
    }),
  );
}

/** Such a line has no band: an interval around a value that nobody has told again says nothing. */
function heldUntil(line: Line, end: number): uPlot.AlignedData {
  const times = [...line.times, end];
  const values = [...line.values, line.values[line.values.length - 1] ?? null];
  return [times, values, ...(line.spec.band ? [times.map(() => null), times.map(() => null)] : [])];
}

function shifted(values: (number | null)[], widths: (number | null)[], sign: number): (number | null)[] {
  return values.map((value, index) => {
    const width = widths[index] ?? null;
    return value === null || width === null ? null : value + sign * width;
  });
}

/** Hours and minutes; the day where it changes. */
function clock(self: uPlot, ticks: number[]): string[] {
  const span = (self.scales['x']?.max ?? 0) - (self.scales['x']?.min ?? 0);
  let day = '';
  return ticks.map(tick => {
    const date = new Date(tick * 1000);
    const two = (n: number) => String(n).padStart(2, '0');
    const time = two(date.getHours()) + ':' + two(date.getMinutes()) + (span < 300 ? ':' + two(date.getSeconds()) : '');
    const today = date.getMonth() + 1 + '-' + two(date.getDate());
    const text = today === day || (day === '' && span < 86_400) ? time : span > 5 * 86_400 ? today : time + '\n' + today;
    day = today;
    return text;
  });
}

function drawAlarms(self: uPlot, spans: AlarmSpan[]): void {
  const { ctx, bbox } = self;
  const strip = 5 * devicePixelRatio;
  for (const span of spans) {
    const left = Math.max(bbox.left, self.valToPos(span.from, 'x', true));
    const right = Math.min(bbox.left + bbox.width, self.valToPos(span.to, 'x', true));
    if (right > left) {
      ctx.fillStyle = withAlpha(colour('alarm-' + span.severity), '1c');
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      ctx.fillStyle = colour('alarm-' + span.severity);
      ctx.fillRect(left, bbox.top, right - left, strip);
    }
  }
}

function drawZero(self: uPlot, scale: string, stroke: string): void {
  const { ctx, bbox } = self;
  const y = Math.round(self.valToPos(0, scale, true));
  if (y >= bbox.top && y <= bbox.top + bbox.height) {
    ctx.strokeStyle = stroke;
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
}

function withAlpha(hex: string, alpha: string): string {
  return hex + alpha;
}
