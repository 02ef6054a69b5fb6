import { html, type TemplateResult } from 'lit';
import type { AlarmAction, StandingAlarm } from '../api/alarm-book';
import { session } from '../api/session';
import { badge, severityShape } from '../base/parts';
import { linkTo } from '../base/router';
import { SEVERITIES, type Severity } from '../format/severity';
import { timeText } from '../format/time';
import { t } from '../text/text';

/** The source of the platform's own alarms. */
const PLATFORM = 'platform';
/** In the order of the buttons. */
export const ACTIONS: AlarmAction[] = ['ACKNOWLEDGE', 'SHELVE', 'SUPPRESS', 'TAKE_OUT_OF_SERVICE', 'RESTORE'];

/** What waits for somebody before what does not, worst before mild, newest before old. */
export function byAttention(a: StandingAlarm, b: StandingAlarm): number {
  const rank = (alarm: StandingAlarm) => (alarm.aside ? 3 : !alarm.acknowledged ? (alarm.active ? 0 : 1) : alarm.active ? 1 : 2);
  return (
    Number(rank(a) >= 2) - Number(rank(b) >= 2) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    rank(a) - rank(b) ||
    b.since.localeCompare(a.since)
  );
}

/** Whether operators are to look at it: active or not yet acknowledged, and not put aside. */
export function isStanding(alarm: StandingAlarm): boolean {
  return !alarm.aside && (alarm.active || !alarm.acknowledged);
}

/** The worst of what is active and not put aside, by source. */
export function worstBySource(alarms: StandingAlarm[]): Map<string, Severity> {
  const found = new Map<string, Severity>();
  for (const { source, severity, active, aside } of alarms) {
    const known = found.get(source);
    if (active && !aside && (!known || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(known))) {
      found.set(source, severity);
    }
  }
  return found;
}

/** What the person may do about it now; the platform decides once more. */
export function possible(alarm: StandingAlarm, action: AlarmAction): boolean {
  const shelved = alarm.state === 'SHELVED';
  switch (action) {
    case 'ACKNOWLEDGE':
      return !alarm.acknowledged && session.may('OPERATOR');
    case 'SHELVE':
      return (!alarm.aside || shelved) && session.may('OPERATOR');
    case 'SUPPRESS':
    case 'TAKE_OUT_OF_SERVICE':
      return !alarm.aside && session.may('ENGINEER');
    case 'RESTORE':
      return alarm.aside !== undefined && session.may(shelved ? 'OPERATOR' : 'ENGINEER');
  }
}

/** The shape of the severity: filled while active, an outline when it has returned; in grey where nobody has to look at it. */
export function alarmSign(alarm: StandingAlarm): TemplateResult {
  return html`<svg class="sign ${alarm.active ? '' : 'hollow'} ${isStanding(alarm) ? '' : 'aside'}" viewBox="0 0 16 16" role="img" aria-label=${t(`severity.${alarm.severity}`)}>
    ${severityShape(alarm.severity)}
  </svg>`;
}

export function stateBadge(alarm: StandingAlarm): TemplateResult {
  return badge(t(`alarm.${alarm.state}`), alarm.state === 'UNACKNOWLEDGED' || alarm.state === 'RETURNED' ? 'warn' : 'plain');
}

/** Who did last what to it, when and why; empty where nobody did. */
export function handlingText({ handling }: StandingAlarm): string {
  if (!handling) {
    return '';
  }
  return [
    t(`alarm.done.${handling.action}`),
    handling.by ? t('alarm.by', { who: handling.by }) : t('alarm.by-time'),
    timeText(handling.time),
    ...(handling.until ? [t('alarm.until', { time: timeText(handling.until) })] : []),
    ...(handling.reason ? ['“' + handling.reason + '”'] : []),
  ].join(' · ');
}

/** Whose alarm it is, as people call it: the id of a twin. */
export function sourceName(alarm: StandingAlarm): string {
  return alarm.source === PLATFORM ? t('overview.platform') : alarm.source;
}

/** Where the alarm belongs: the platform's own alarms are among its health. */
export function sourceLink(alarm: StandingAlarm): string {
  return alarm.source === PLATFORM ? linkTo(['health']) : linkTo(['twins', alarm.source, 'alarms']);
}
