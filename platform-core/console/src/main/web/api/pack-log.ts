import { answer, api, type Schemas } from './client';

export type LogLine = Schemas['PackLogLine'];
export type LogLevel = Schemas['PackLogLevel'];
/** The gravest first. */
export const LEVELS: LogLevel[] = ['ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];
const MOST = 1000;

/** What of a pack's log is wanted; an empty text is any. */
export interface LogFilter {
  level: LogLevel;
  text: string;
}

/** The last lines of a pack, the newest first, followed while it is told of new ones. One question is under way at a time. */
export class PackLog {
  lines?: LogLine[];
  error?: unknown;
  private round = 0;
  private asking = false;
  private behind = false;

  /** @param changed told when there is something else to show */
  constructor(
    private readonly pack: string,
    private readonly filter: LogFilter,
    private readonly changed: () => void,
  ) {}

  /** Reads all lines again. */
  async load(): Promise<void> {
    this.lines = undefined;
    await this.ask();
  }

  /** Reads the lines that have come since. */
  follow(): void {
    if (this.asking) {
      this.behind = true;
    } else {
      void this.ask();
    }
  }

  /** What comes now is of no use any more. */
  close(): void {
    this.round++;
  }

  private async ask(): Promise<void> {
    const round = ++this.round;
    this.asking = true;
    const known = this.lines ?? [];
    try {
      const { level, text } = this.filter;
      const query = { level, text: text || undefined, since: known[0]?.time, limit: MOST };
      const read = await answer(api.GET('/packs/{pack}/log', { params: { path: { pack: this.pack }, query } }));
      if (round !== this.round) {
        return;
      }
      const last = known[0]?.id ?? -1;
      this.lines = [...read.filter(line => line.id > last), ...known].slice(0, MOST);
      this.error = undefined;
    } catch (error) {
      if (round !== this.round) {
        return;
      }
      this.error = error;
    }
    this.asking = false;
    this.changed();
    if (this.behind) {
      this.behind = false;
      void this.ask();
    }
  }
}
