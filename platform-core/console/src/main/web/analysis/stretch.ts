import { durationMillis } from '../format/time';

export const SPANS = ['PT8H', 'P1D', 'P7D', 'P30D'] as const;
export type SpanName = (typeof SPANS)[number];
const MOST_MILLIS = 366 * 86_400_000;
const MINUTE = 60_000;

/** The time that an address asks for, in milliseconds; `span` where it is one that ends now. */
export interface Stretch {
  from: number;
  to: number;
  span?: SpanName;
}

/** `from` and `to` (ISO 8601), else a span that ends with the present minute, else the last day. What makes no sense is passed over. */
export function stretchOf(query: URLSearchParams, now: number): Stretch {
  const [from, to] = [Date.parse(query.get('from') ?? ''), Date.parse(query.get('to') ?? '')];
  if (from < to && to - from <= MOST_MILLIS) {
    return { from, to };
  }
  const span = SPANS.find(each => each === query.get('span')) ?? 'P1D';
  const end = Math.ceil(now / MINUTE) * MINUTE;
  return { from: end - durationMillis(span), to: end, span };
}

/** A time as an input of date and time wants it: where the person is, to the minute. */
export function localTime(millis: number): string {
  const date = new Date(millis);
  return new Date(millis - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
