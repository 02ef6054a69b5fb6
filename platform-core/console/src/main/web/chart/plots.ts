import type uPlot from 'uplot';
import { extent } from './extent';
import type { Line } from './line';
import { plot, plotData, type PlotOptions } from './plot';

/** Share of the height that residuals have. */
const RESIDUALS = 0.38;

/** The plots of a trend, one below the other: residuals have one of their own. */
export class Plots {
  drawn: { plot: uPlot; lines: Line[] }[] = [];

  constructor(private readonly options: Pick<PlotOptions, 'alarms' | 'zoomed' | 'hovered'>) {}

  /** Makes them anew. */
  build(into: HTMLElement, all: Line[], height: number): void {
    this.clear(into);
    const residuals = all.filter(line => line.spec.role === 'residual');
    const main = all.filter(line => line.spec.role !== 'residual');
    const share = residuals.length === 0 ? 0 : main.length === 0 ? 1 : RESIDUALS;
    for (const [lines, part] of [
      [main, 1 - share],
      [residuals, share],
    ] as const) {
      if (lines.length > 0) {
        const place = document.createElement('div');
        place.setAttribute('aria-hidden', 'true'); // the legend below says the same in words
        into.append(place);
        this.drawn.push({ lines, plot: plot(place, { ...this.options, lines, height: height * part, zeroLine: lines === residuals }) });
      }
    }
  }

  clear(into: HTMLElement | null): void {
    this.drawn.forEach(({ plot: each }) => each.destroy());
    this.drawn = [];
    into?.replaceChildren();
  }

  /** Draws what the lines have now, over a range in seconds. */
  draw(range: [number, number]): void {
    const [min, max] = range;
    for (const { plot: each, lines } of this.drawn) {
      each.batch(() => {
        each.setData(plotData(lines, Math.min(max, Date.now() / 1000)), false);
        for (const unit of new Set(lines.map(line => line.spec.unit))) {
          each.setScale(
            unit,
            extent(
              lines.filter(line => line.spec.unit === unit),
              range,
            ),
          );
        }
        each.setScale('x', { min, max });
      });
    }
  }

  resize(width: number): void {
    this.drawn.forEach(({ plot: each }) => {
      if (each.width !== width) {
        each.setSize({ width, height: each.height });
      }
    });
  }
}
