import { language, t } from '../text/text';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time where the person is; the date is left out for today. */
export function timeText(iso: string | undefined): string {
  const millis = iso === undefined ? NaN : Date.parse(iso);
  if (Number.isNaN(millis)) {
    return '–';
  }
  const date = new Date(millis);
  const today = date.toDateString() === new Date().toDateString();
  return format(today ? 'time' : 'both').format(date);
}

/** How long ago, in one unit. */
export function ageText(iso: string | undefined, now = Date.now()): string {
  return iso === undefined ? '–' : spanText(Math.max(0, now - Date.parse(iso)));
}

export function spanText(millis: number): string {
  if (Number.isNaN(millis)) {
    return '–';
  } else if (millis < 10 * SECOND) {
    return t('time.seconds', { n: (millis / SECOND).toFixed(1) });
  } else if (millis < 2 * MINUTE) {
    return t('time.seconds', { n: Math.floor(millis / SECOND) });
  } else if (millis < 2 * HOUR) {
    return t('time.minutes', { n: Math.floor(millis / MINUTE) });
  } else if (millis < 2 * DAY) {
    return t('time.hours', { n: Math.floor(millis / HOUR) });
  }
  return t('time.days', { n: Math.floor(millis / DAY) });
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration with days at most; NaN for what is none. */
export function durationMillis(text: string): number {
  const parts = DURATION.exec(text);
  if (!parts || text.length < 3) {
    return NaN;
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map(part => Number(part ?? 0)) as [number, number, number, number];
  return days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

function format(kind: 'time' | 'both'): Intl.DateTimeFormat {
  const key = language.value + kind;
  let found = formats.get(key);
  if (!found) {
    const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    found = new Intl.DateTimeFormat(language.value, kind === 'time' ? time : { ...time, year: 'numeric', month: 'short', day: 'numeric' });
    formats.set(key, found);
  }
  return found;
}
