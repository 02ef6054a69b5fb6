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

/** A day where the person is. */
export function dayText(millis: number): string {
  return format('day').format(millis);
}

/** Day and time to the minute, without the year. */
export function minuteText(millis: number): string {
  return format('minute').format(millis);
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

type Kind = 'time' | 'both' | 'day' | 'minute';
const MINUTES: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const SECONDS: Intl.DateTimeFormatOptions = { ...MINUTES, second: '2-digit' };
const DATE: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
const KINDS: Record<Kind, Intl.DateTimeFormatOptions> = {
  time: SECONDS,
  both: { ...SECONDS, year: 'numeric', ...DATE },
  day: DATE,
  minute: { ...MINUTES, ...DATE },
};

function format(kind: Kind): Intl.DateTimeFormat {
  const key = language.value + kind;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language.value, KINDS[kind]);
    formats.set(key, found);
  }
  return found;
}
