import { SEVERITIES } from '../format/severity';
import type { Analysis } from './analysis';
import { nameOf, type Occurrence } from './occurrence';

const KINDS = ['all', 'peaks', 'floods', 'top', 'chattering', 'fleeting', 'stale', 'acknowledged', 'waiting', 'unseen', 'putaside'] as const;
/** A figure whose alarms are shown: one of the kinds, `actor:twin/alarm`, `severity:HIGH`, or `time:from-to` in milliseconds. */
export type Kind = (typeof KINDS)[number];
const TOP = 10;

export function isKind(show: string): show is Kind {
  return (KINDS as readonly string[]).includes(show);
}

export const showActor = (alarm: { source: string; alarm: string }) => 'actor:' + nameOf(alarm);
export const showTime = (interval: { begin: number; end: number }) => `time:${interval.begin}-${interval.end}`;

/** The alarms behind a figure; undefined where the address names none. */
export function behind(show: string, analysis: Analysis): Occurrence[] | undefined {
  if (isKind(show)) {
    return ofKind(show, analysis);
  }
  const [what = '', which = ''] = [show.slice(0, show.indexOf(':')), show.slice(show.indexOf(':') + 1)];
  const [begin = NaN, end = NaN] = which.split('-').map(Number);
  switch (what) {
    case 'actor':
      return analysis.annunciated.filter(each => nameOf(each) === which);
    case 'severity':
      return SEVERITIES.some(each => each === which) ? analysis.annunciated.filter(each => each.severity === which) : undefined;
    case 'time':
      return analysis.annunciated.filter(each => each.raised >= begin && each.raised < end);
    default:
      return undefined;
  }
}

function ofKind(kind: Kind, analysis: Analysis): Occurrence[] {
  switch (kind) {
    case 'peaks':
      return analysis.peaks.flatMap(each => each.alarms);
    case 'floods':
      return analysis.floods.flatMap(each => each.alarms);
    case 'top':
      return analysis.actors.slice(0, TOP).flatMap(each => each.alarms);
    case 'chattering':
      return analysis.chattering.flatMap(each => each.alarms);
    case 'acknowledged':
      return analysis.response.acknowledged;
    case 'waiting':
      return analysis.response.waiting;
    case 'putaside': // shown as what people did, not as alarms
      return [];
    case 'all':
      return analysis.annunciated;
    default:
      return analysis[kind];
  }
}
