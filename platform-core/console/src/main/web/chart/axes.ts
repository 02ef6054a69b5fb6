import { svg, type TemplateResult } from 'lit';
import { numberText } from '../format/number';

/** Where the values of one axis lie in the picture. */
export interface Axis {
  low: number;
  high: number;
  log: boolean;
  /** Pixels at `low` and at `high`. */
  from: number;
  to: number;
}

export const FRAME = { left: 62, right: 14, top: 12, bottom: 40 };

/** An axis that takes in all values, with a little room, from zero where zero is near. */
export function axis(values: number[], from: number, to: number, log = false): Axis {
  const finite = values.filter(value => Number.isFinite(value) && (!log || value > 0));
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  if (finite.length === 0) {
    [low, high] = log ? [0.1, 10] : [0, 1];
  }
  if (log) {
    return { low: 10 ** Math.floor(Math.log10(low)), high: 10 ** Math.ceil(Math.log10(high * 1.0001)), log, from, to };
  }
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  const zeroLow = low >= 0 && low < 0.4 * high;
  const zeroHigh = high <= 0 && high > 0.4 * low;
  return { low: zeroLow ? 0 : low - room, high: zeroHigh ? 0 : high + room, log, from, to };
}

export function place(a: Axis, value: number): number {
  const share = a.log ? Math.log10(Math.max(value, a.low) / a.low) / Math.log10(a.high / a.low) : (value - a.low) / (a.high - a.low);
  return a.from + share * (a.to - a.from);
}

/** About so many round numbers on the axis. */
export function ticks(a: Axis, count: number): number[] {
  if (a.log) {
    const first = Math.round(Math.log10(a.low));
    return Array.from({ length: Math.round(Math.log10(a.high)) - first + 1 }, (_, index) => 10 ** (first + index));
  }
  const raw = (a.high - a.low) / count;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(each => each * unit).find(each => each >= raw * 0.999) ?? raw;
  const first = Math.ceil(a.low / step - 1e-9);
  return Array.from({ length: Math.floor(a.high / step + 1e-9) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Grid, numbers and names of both axes. */
export function grid(x: Axis, y: Axis, xName: string, yName: string, xTicks = true): TemplateResult {
  return svg`<g class="axes">
    ${ticks(y, 5).map(
      value => svg`<path class="grid" d="M${x.from} ${place(y, value)}H${x.to}"/>
      <text x=${x.from - 6} y=${place(y, value) + 4} text-anchor="end">${numberText(value)}</text>`,
    )}
    ${
      xTicks
        ? ticks(x, 7).map(
            value => svg`<path class="grid" d="M${place(x, value)} ${y.from}V${y.to}"/>
      <text x=${place(x, value)} y=${y.from + 16} text-anchor="middle">${numberText(value)}</text>`,
          )
        : ''
    }
    <text class="name" x=${(x.from + x.to) / 2} y=${y.from + 34} text-anchor="middle">${xName}</text>
    <text class="name" transform="translate(14 ${(y.from + y.to) / 2}) rotate(-90)" text-anchor="middle">${yName}</text>
  </g>`;
}

/** A path through points; a hole interrupts it. */
export function path(points: ([number, number] | undefined)[]): string {
  let pen = 'M';
  return points
    .map(point => {
      if (!point || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) {
        pen = 'M';
        return '';
      }
      const step = pen + point[0].toFixed(1) + ' ' + point[1].toFixed(1);
      pen = 'L';
      return step;
    })
    .join('');
}
