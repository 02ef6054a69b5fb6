import { colour } from '../base/theme';

/** Room around a picture with two axes. */
export const ROOM = { left: 8, right: 14, top: 18, bottom: 4, containLabel: true };

/** What all axes have in common: quiet grey, a grid only where values are read. */
export function axisStyle(grid: boolean): object {
  const line = { lineStyle: { color: colour('grid') } };
  return {
    axisLabel: { color: colour('ink-quiet'), hideOverlap: true },
    axisLine: { lineStyle: { color: colour('edge') } },
    axisTick: { show: false },
    splitLine: { show: grid, ...line },
    splitArea: { show: false },
  };
}

/** Upright lines or level ones at values that are named. */
export function targetLines(values: { value: number; name: string; of: 'xAxis' | 'yAxis' }[]): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour('ink'), type: 'dashed', width: 1.5 },
    label: { position: 'insideEndTop', color: colour('ink'), fontSize: 11, formatter: '{b}' },
    data: values.map(({ value, name, of }) => ({ [of]: value, name })),
  };
}

/** Colours of a scale with zero in its middle. */
export function divergingColours(): string[] {
  return ['below-2', 'below-1', '0', '2', '4'].map(step => colour('scale-' + step));
}

/** Colours of a scale from little to much. */
export function scaleColours(): string[] {
  return [0, 1, 2, 3, 4, 5].map(step => colour('scale-' + step));
}
