import type { Alarm, Colour, Host, Outcome, Point, Value } from '#module';

/** What the console tells a frame of all that may change. */
export interface State {
  language: Host['language'];
  dark: boolean;
  still: boolean;
  colours: Record<Colour, string>;
  points: Point[];
  alarms: Alarm[];
}

/** From the console to the frame. Each `update` is answered by `seen`; a frame that does not is taken to be stuck. */
export type Order =
  | { kind: 'mount'; code: string; twin: Host['twin']; state: State; values: Record<string, Value> }
  | { kind: 'update'; number: number; state?: State; values: Record<string, Value> }
  | { kind: 'outcome'; id: number; outcome: Outcome };

/** From the frame to the console; whatever else comes is left aside. */
export type Report =
  | { kind: 'mounted' }
  | { kind: 'seen'; number: number }
  | { kind: 'failed'; text: string; mounted: boolean }
  | { kind: 'command'; id: number; name: string; values: Record<string, number> }
  | { kind: 'trend'; points: string[] }
  | { kind: 'height'; pixels: number };
