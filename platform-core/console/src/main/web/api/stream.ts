/** What an event of the platform's stream may be; see `/events` in the contract. */
export type EventName =
  | 'samples'
  | 'alarm'
  | 'alarm-handled'
  | 'command'
  | 'proposal'
  | 'gap'
  | 'health'
  | 'job'
  | 'packs'
  | 'quarantine'
  | 'pack-log'
  | 'site'
  | 'lost';
export type EventTaker = (name: EventName, data: unknown) => void;
const NAMES: EventName[] = [
  'samples',
  'alarm',
  'alarm-handled',
  'command',
  'proposal',
  'gap',
  'health',
  'job',
  'packs',
  'quarantine',
  'pack-log',
  'site',
  'lost',
];
const RETRY_MILLIS = 3000;

/** What of it is wanted; everything that is in the log where nothing is said. */
export interface StreamFilter {
  twin?: string;
  kinds?: ('samples' | 'alarms' | 'commands' | 'proposals' | 'gaps' | 'health' | 'jobs' | 'packs' | 'site')[];
}

/**
 * The stream of changes. The browser comes back by itself with the last id it has seen, so that nothing is missed; where the platform has
 * refused it (restart, session over) it is opened anew after the same id.
 */
export class Stream {
  private source?: EventSource;
  private lastId = '';
  private timer = 0;
  private closed = false;

  /**
   * @param take   takes each event
   * @param status told whether the stream is open
   */
  constructor(
    private readonly filter: StreamFilter,
    private readonly take: EventTaker,
    private readonly status: (open: boolean) => void,
  ) {
    this.open();
  }

  close(): void {
    this.closed = true;
    window.clearTimeout(this.timer);
    this.source?.close();
  }

  private open(): void {
    const query = new URLSearchParams();
    if (this.filter.twin) {
      query.set('twin', this.filter.twin);
    }
    this.filter.kinds?.forEach(kind => query.append('kind', kind));
    if (this.lastId) {
      query.set('since', this.lastId);
    }
    const source = new EventSource('/api/v1/events' + (query.size ? '?' + query.toString() : ''));
    this.source = source;
    let opened = false;
    source.onopen = () => {
      opened = true;
      this.status(true);
    };
    source.onerror = () => {
      this.status(false);
      if (source.readyState === EventSource.CLOSED && !this.closed) {
        if (!opened && this.lastId) {
          this.lastId = ''; // perhaps it is of a log that is no longer there, such as before a restore
          this.take('lost', {});
        }
        this.timer = window.setTimeout(() => this.open(), RETRY_MILLIS);
      }
    };
    for (const name of NAMES) {
      source.addEventListener(name, event => {
        this.lastId = event.lastEventId;
        this.take(name, JSON.parse(event.data as string));
      });
    }
  }
}
