import type { Host, Outcome, Value, Words } from '#module';
import type { Order, Report, State } from './protocol';

/** The one thing that a module is given: what the console has sent, and three wishes it may send back. */
export class FrameHost implements Host {
  readonly version = 1;
  private readonly listeners = new Set<() => void>();
  private readonly asked = new Map<number, (outcome: Outcome) => void>();
  private number = 0;

  constructor(
    readonly twin: Host['twin'],
    private state: State,
    private readonly values: Record<string, Value>,
    private readonly send: (report: Report) => void,
  ) {
    this.dress();
  }

  get language(): Host['language'] {
    return this.state.language;
  }

  get dark(): boolean {
    return this.state.dark;
  }

  get still(): boolean {
    return this.state.still;
  }

  get colours(): Host['colours'] {
    return this.state.colours;
  }

  get points(): Host['points'] {
    return this.state.points;
  }

  get alarms(): Host['alarms'] {
    return this.state.alarms;
  }

  value(point: string): Value | undefined {
    return Object.hasOwn(this.values, point) ? this.values[point] : undefined;
  }

  words(texts: Words): string {
    return texts[this.language] ?? texts.en;
  }

  onChange(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  command(name: string, values: Record<string, number>): Promise<Outcome> {
    const id = this.number++;
    this.send({ kind: 'command', id, name, values });
    return new Promise(resolve => this.asked.set(id, resolve));
  }

  openTrend(...points: string[]): void {
    this.send({ kind: 'trend', points });
  }

  setHeight(pixels: number): void {
    this.send({ kind: 'height', pixels });
  }

  update(order: Extract<Order, { kind: 'update' }>): void {
    Object.assign(this.values, order.values);
    if (order.state) {
      this.state = order.state;
      this.dress();
    }
    this.listeners.forEach(changed => changed());
  }

  settle({ id, outcome }: Extract<Order, { kind: 'outcome' }>): void {
    this.asked.get(id)?.(outcome);
    this.asked.delete(id);
  }

  /** The theme as CSS variables, and as the dress of what has none of its own. */
  private dress(): void {
    const root = document.documentElement;
    root.lang = this.language;
    for (const [name, value] of Object.entries(this.colours)) {
      root.style.setProperty('--' + name, value);
    }
    root.style.colorScheme = this.dark ? 'dark' : 'light';
  }
}
