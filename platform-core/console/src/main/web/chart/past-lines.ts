import { history, stateAt } from '../api/history';
import { Line, type LineSpec } from './line';

const MAX_POINTS = 1500;
/** Share of the range without a value at its begin from which it is asked what held then. */
const LEAD = 0.02;

/** The lines of a range in milliseconds with what the history has of them, and the first thing that went wrong. */
export async function pastLines(specs: LineSpec[], from: number, to: number): Promise<{ lines: Line[]; error?: unknown }> {
  const lines = specs.map(spec => new Line(spec));
  const failures: unknown[] = [];
  await Promise.all(
    lines.map(async line => {
      try {
        const [values, widths] = await Promise.all([
          history(line.spec.twin, line.spec.point, from, to, MAX_POINTS),
          line.spec.band ? history(line.spec.twin, line.spec.band, from, to, MAX_POINTS) : undefined,
        ]);
        line.fill(values, widths);
      } catch (error) {
        failures.push(error);
      }
    }),
  );
  await lead(lines, from, to).catch((error: unknown) => failures.push(error));
  return { lines, error: failures[0] };
}

/** Begins those lines that have nothing at their begin with what held then. */
async function lead(lines: Line[], from: number, to: number): Promise<void> {
  const latest = (from + LEAD * (to - from)) / 1000;
  const bare = lines.filter(line => (line.times[0] ?? Infinity) > latest);
  await Promise.all(
    [...new Set(bare.map(line => line.spec.twin))].map(async twin => {
      const state = new Map((await stateAt(twin, from)).map(sample => [sample.point, sample]));
      bare
        .filter(line => line.spec.twin === twin)
        .forEach(line => {
          const sample = state.get(twin + '/' + line.spec.point);
          if (sample) {
            line.begin(sample, from / 1000);
          }
        });
    }),
  );
}
