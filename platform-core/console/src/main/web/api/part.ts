import { pointName, type Sample } from '../format/sample';
import type { Schemas } from './client';

type Alarm = Schemas['Alarm'];

/** What bindings follow: values by the names of points, and alarms. */
export interface Living {
  sample(point: string): Sample | undefined;
  readonly alarms: ReadonlyMap<string, Alarm>;
}

/** A part of a twin as it was when it was asked for last. */
export class Part implements Living {
  readonly alarms: ReadonlyMap<string, Alarm>;
  private readonly samples: ReadonlyMap<string, Sample>;

  constructor(readonly twin: Schemas['Twin']) {
    this.alarms = new Map(twin.alarms.map(alarm => [alarm.name, alarm]));
    this.samples = new Map(twin.state.map(sample => [pointName(sample.point), sample]));
  }

  get name(): string {
    return this.twin.name ?? this.twin.id;
  }

  sample(point: string): Sample | undefined {
    return this.samples.get(point);
  }
}
