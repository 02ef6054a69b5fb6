import type { Schemas } from '../api/client';
import { standing } from '../format/quality';
import type { Sample } from '../format/sample';

export type Role = 'measured' | 'model' | 'setpoint' | 'residual';

/** One line of a trend: where it comes from and how it is drawn. */
export interface LineSpec {
  twin: string;
  point: string;
  title: string;
  unit: string;
  role: Role;
  band?: string;
}

/** Times in seconds with values; `null` interrupts the line, for a gap or a bad value is not a value. */
export class Line {
  times: number[] = [];
  values: (number | null)[] = [];
  private widths: { time: number; width: number }[] = [];

  constructor(readonly spec: LineSpec) {}

  /** Takes a stretch of history in place of all that was known. */
  fill(history: Schemas['History'], band?: Schemas['History']): void {
    this.times = [];
    this.values = [];
    this.widths = [];
    const gaps = history.gaps.map(gap => Date.parse(gap.from) / 1000);
    let gap = 0;
    for (const sample of history.samples) {
      const time = Date.parse(sample.sourceTime) / 1000;
      while (gap < gaps.length && (gaps[gap] as number) < time) {
        if (this.times.length > 0) {
          this.push((gaps[gap] as number) + 0.001, null);
        }
        gap++;
      }
      this.push(time, valueOf(sample));
    }
    band?.samples.forEach(sample => this.takeWidth(sample));
  }

  /** What held when the stretch began: a value that changes rarely may have come long before. */
  begin(sample: Sample, time: number): void {
    const value = valueOf(sample);
    if (value !== null && (this.times[0] ?? Infinity) > time) {
      this.times.unshift(time);
      this.values.unshift(value);
    }
  }

  /** True where the last value is drawn on to the end: a set point holds until the next, and so does a value that came once. */
  get holds(): boolean {
    return this.spec.role === 'setpoint' || this.times.length === 1;
  }

  /** A live sample of the point or of its band; false where it is of neither. */
  take(sample: Sample): boolean {
    if (sample.point === this.spec.twin + '/' + this.spec.point) {
      this.push(Date.parse(sample.sourceTime) / 1000, valueOf(sample));
      return true;
    } else if (this.spec.band && sample.point === this.spec.twin + '/' + this.spec.band) {
      return this.takeWidth(sample);
    }
    return false;
  }

  /** Forgets what is older, but for the last value before it, from which the line comes. */
  forgetBefore(time: number): void {
    const first = this.times.findIndex(each => each >= time) - 1;
    if (first > 0) {
      this.times.splice(0, first);
      this.values.splice(0, first);
    }
  }

  /** Half width of the band at each time: the last one said until then. */
  bandWidths(): (number | null)[] {
    let at = -1;
    return this.times.map(time => {
      while (at + 1 < this.widths.length && (this.widths[at + 1] as { time: number }).time <= time) {
        at++;
      }
      return this.widths[at]?.width ?? null;
    });
  }

  private takeWidth(sample: Sample): boolean {
    const width = valueOf(sample);
    if (width !== null) {
      this.widths.push({ time: Date.parse(sample.sourceTime) / 1000, width });
    }
    return width !== null;
  }

  /** In order of time: what comes late is in the history already. */
  private push(time: number, value: number | null): void {
    const last = this.times[this.times.length - 1];
    if (last === undefined || time > last) {
      this.times.push(time);
      this.values.push(value);
    }
  }
}

function valueOf(sample: Sample): number | null {
  const value = typeof sample.value === 'boolean' ? Number(sample.value) : sample.value;
  return typeof value === 'number' && standing(sample.quality.code) !== 'bad' ? value : null;
}
