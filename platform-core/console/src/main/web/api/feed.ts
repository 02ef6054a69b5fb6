import { Frame } from '../base/frame';
import type { Sample } from '../format/sample';
import { pointName } from '../format/sample';
import { AlarmList } from './alarm-list';
import { answer, api, type Schemas } from './client';
import { Part, type Living } from './part';
import { Stream, type EventName } from './stream';

type Twin = Schemas['Twin'];
type Alarm = Schemas['Alarm'];
const PARTS_MILLIS = 2000;
const MOST_PARTS = 1000;

/**
 * One twin as it is now. The stream is opened before the state is asked for, and older offsets never replace newer ones, so that nothing
 * is missed in between. `change` comes once a frame at most; `samples` at once, for charts.
 */
export class TwinFeed extends EventTarget implements Living {
  twin?: Twin;
  error?: unknown;
  open = false;
  readonly samples = new Map<string, Sample>();
  readonly alarms = new Map<string, Alarm>();
  /** The same alarms with what people did about them. */
  readonly standing: AlarmList;
  readonly parts = new Map<string, Part>();
  /** What the parts are made of, by their type. */
  private readonly models = new Map<string, Schemas['Model']>();
  private readonly stream: Stream;
  private readonly frame = new Frame(() => this.dispatchEvent(new Event('change')));
  private readonly documents = new Map<string, { text: string; value: unknown }>();
  private partsTimer = 0;
  private partsWanted = false;
  private closed = false;

  constructor(readonly id: string) {
    super();
    this.standing = new AlarmList(id, () => this.frame.ask());
    this.stream = new Stream(
      { twin: id },
      (name, data) => this.take(name, data),
      open => {
        this.open = open;
        this.frame.ask();
      },
    );
    void this.load();
    void this.standing.load();
  }

  close(): void {
    this.closed = true;
    this.stream.close();
    window.clearTimeout(this.partsTimer);
  }

  /** Asks for the twin again, such as after its pack has changed. */
  async load(): Promise<void> {
    try {
      const twin = await answer(api.GET('/twins/{twinId}', { params: { path: { twinId: this.id } } }));
      this.twin = twin;
      this.error = undefined;
      twin.state.forEach(sample => this.put(sample));
      twin.alarms.forEach(alarm => this.alarms.set(alarm.name, alarm));
    } catch (error) {
      this.error = error;
    }
    this.frame.ask();
  }

  /** The point's last sample, by its name within the twin. */
  sample(point: string): Sample | undefined {
    return this.samples.get(point);
  }

  point(name: string): Schemas['PointSpec'] | undefined {
    return this.twin?.model?.points.find(point => point.name === name);
  }

  /** The JSON document in a text point; undefined before it has come. @throws SyntaxError where it is none */
  document(point: string): unknown {
    const text = this.samples.get(point)?.value;
    if (typeof text !== 'string' || text === '') {
      return undefined;
    }
    let known = this.documents.get(point);
    if (known?.text !== text) {
      known = { text, value: JSON.parse(text) as unknown };
      this.documents.set(point, known);
    }
    return known.value;
  }

  /** Ids of the parts with a role. */
  partIds(role: string): string[] {
    return this.twin?.parts?.[role] ?? [];
  }

  /** A point as the model of a part with a role has it; undefined before it is known. */
  partPoint(role: string, point: string): Schemas['PointSpec'] | undefined {
    return this.partIds(role)
      .map(id => this.models.get(this.parts.get(id)?.twin.type ?? '')?.points.find(each => each.name === point))
      .find(found => found !== undefined);
  }

  /** From now on the parts are asked for too. */
  wantParts(): void {
    if (!this.partsWanted) {
      this.partsWanted = true;
      void this.loadParts();
    }
  }

  private async loadParts(): Promise<void> {
    try {
      if (!document.hidden) {
        const page = await answer(api.GET('/twins', { params: { query: { partOf: this.id, limit: MOST_PARTS } } }));
        await Promise.all(page.items.map(part => this.takePart(part)));
      }
    } catch (error) {
      this.error = error;
    }
    if (!this.closed) {
      this.frame.ask();
      this.partsTimer = window.setTimeout(() => void this.loadParts(), PARTS_MILLIS);
    }
  }

  private async takePart(part: Twin): Promise<void> {
    const first = !this.models.has(part.type);
    this.parts.set(part.id, new Part(part));
    if (first) {
      this.models.set(part.type, { title: '', schema: 0, points: [], commands: [] }); // one question for each type
      const { model } = await answer(api.GET('/twins/{twinId}', { params: { path: { twinId: part.id } } }));
      if (model) {
        this.models.set(part.type, model);
      }
    }
  }

  private take(name: EventName, data: unknown): void {
    this.standing.take(name, data);
    if (name === 'samples') {
      const samples = data as Sample[];
      samples.forEach(sample => this.put(sample));
      this.dispatchEvent(new CustomEvent('samples', { detail: samples }));
    } else if (name === 'alarm') {
      const alarm = (data as Schemas['AlarmEvent']).alarm;
      this.alarms.set(alarm.name, alarm);
      this.dispatchEvent(new CustomEvent('alarm', { detail: alarm }));
    } else if (name === 'command' || name === 'proposal') {
      this.dispatchEvent(new CustomEvent(name, { detail: data }));
    } else if (name === 'lost') {
      this.dispatchEvent(new Event('lost'));
      void this.load(); // what the log no longer keeps is still in the state
    }
    this.frame.ask();
  }

  private put(sample: Sample): void {
    const name = pointName(sample.point);
    const known = this.samples.get(name);
    if (!known || known.offset <= sample.offset) {
      this.samples.set(name, sample);
    }
  }
}
