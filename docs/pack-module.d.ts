/**
 * What a module of a pack is given, version 1. Copy this file into your project; `docs/pack-views.md`, section "Modules", tells the rest.
 *
 * A module exports `mount`. It runs alone in a frame without network, cookies or a way into the console.
 */
export type Mount = (element: HTMLElement, host: Host) => Dispose | void | Promise<Dispose | void>;

/** Ends what `mount` has begun: timers, animation. Called once when the module leaves the page, unless it has stopped answering. */
export type Dispose = () => void;

/** A text for people by language. */
export type Words = { en: string; ko: string };

export type Severity = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

/** A point that the widget lists under `points`. */
export interface Point {
  readonly name: string;
  readonly title: string;
  /** UCUM code, `1` for none. */
  readonly unit: string;
}

/** The last value of a point. */
export interface Value {
  readonly value: number | boolean | string | undefined;
  /** As the console writes it, with unit, such as `4,321 kW`. */
  readonly text: string;
  readonly quality: 'good' | 'uncertain' | 'bad';
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** An alarm of the twin that is active. */
export interface Alarm {
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
}

/** Colours of the chosen theme as CSS writes them, after ISA-101: take `alarm-*` only for what is abnormal. They are CSS variables too: `var(--ink)`. */
export type Colour =
  | 'ground' | 'panel' | 'raised' | 'edge' | 'grid' | 'ink' | 'ink-quiet' | 'live' | 'link' | 'body' | 'body-edge' | 'value'
  | 'alarm-CRITICAL' | 'alarm-HIGH' | 'alarm-MEDIUM' | 'alarm-LOW' | 'line-1' | 'line-2' | 'line-3' | 'line-4' | 'line-5' | 'line-6';

/** What became of a command that the module asked for. */
export interface Outcome {
  /** True where the platform has taken the command; whether the plant has followed is seen on the set point. */
  readonly taken: boolean;
  /** Why not, for people; empty where it was taken. */
  readonly reason: string;
}

export interface Host {
  readonly version: 1;
  readonly twin: { readonly id: string; readonly name: string; readonly type: string };
  readonly language: 'en' | 'ko';
  readonly dark: boolean;
  /** True for people who want no motion. */
  readonly still: boolean;
  readonly colours: Readonly<Record<Colour, string>>;
  readonly points: readonly Point[];
  readonly alarms: readonly Alarm[];
  /** The point's last value; undefined before it has come, and for a point that the widget does not list. */
  value(point: string): Value | undefined;
  /** The text in the chosen language. */
  words(texts: Words): string;
  /** Calls `changed` after values, alarms, theme or language have changed, ten times a second at most; gives the way to stop that. */
  onChange(changed: () => void): () => void;
  /**
   * Asks for a command of the twin that the widget lists under `commands`. The console asks the person with the values, and gives it with
   * the person's rights. Only within five seconds after the person has clicked or typed, and one at a time.
   */
  command(name: string, values: Record<string, number>): Promise<Outcome>;
  /** Opens the trend of points that the widget lists. */
  openTrend(...points: string[]): void;
  /** Sets how high the frame is, 80 to 1,200 px; before that it is as high as the widget says. */
  setHeight(pixels: number): void;
}
