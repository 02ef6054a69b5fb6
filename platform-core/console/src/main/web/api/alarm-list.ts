import { AlarmBook, STATES, type StandingAlarm } from './alarm-book';
import { answer, api, type Schemas } from './client';
import type { EventName } from './stream';

const MOST = 2000;

/** Alarms of one source or of all, asked for once and then kept up by the events of a stream that was opened before. */
export class AlarmList {
  loaded = false;
  error?: unknown;
  /** Whether there are more than are shown. */
  more = false;
  private readonly book = new AlarmBook();
  /** What came while the list was asked for. */
  private missed?: [EventName, unknown][];
  private round = 0;

  /** @param changed called whenever there is something else to show */
  constructor(
    private readonly source: string | undefined,
    private readonly changed: () => void,
  ) {}

  all(): StandingAlarm[] {
    return this.book.all();
  }

  /** Asks for all; what comes by meanwhile is not lost. */
  async load(): Promise<void> {
    const round = ++this.round;
    this.missed = [];
    try {
      const found = await answer(api.GET('/alarms', { params: { query: { source: this.source, state: STATES, limit: MOST } } }));
      if (round === this.round) {
        this.book.replace(found);
        this.missed?.forEach(([name, data]) => this.apply(name, data));
        this.missed = undefined;
        this.more = found.length === MOST;
        this.loaded = true;
        this.error = undefined;
      }
    } catch (error) {
      this.error = error;
    }
    this.changed();
  }

  /** Takes an event of the stream; those that concern no alarm are let by. */
  take(name: EventName, data: unknown): void {
    if (name === 'lost') {
      void this.load();
    } else if (this.apply(name, data)) {
      this.missed?.push([name, data]);
      this.changed();
    }
  }

  /** Does something about an alarm. @throws ApiError where the platform refuses */
  async handle(alarm: StandingAlarm, body: Schemas['AlarmHandlingRequest']): Promise<void> {
    this.book.put(
      await answer(api.POST('/alarms/{source}/{alarm}/handling', { params: { path: { source: alarm.source, alarm: alarm.name } }, body })),
    );
    this.changed();
  }

  private apply(name: EventName, data: unknown): boolean {
    if (name === 'alarm') {
      this.book.changed(data as Schemas['AlarmEvent']);
    } else if (name === 'alarm-handled') {
      this.book.handled(data as Schemas['AlarmHandledEvent']);
    }
    return name === 'alarm' || name === 'alarm-handled';
  }
}
