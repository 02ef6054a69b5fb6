import { html, nothing, type TemplateResult } from 'lit';
import { numberText, percentText } from '../format/number';
import { spanText } from '../format/time';
import { t, type Key } from '../text/text';
import type { Analysis } from './analysis';
import type { Kind } from './selection';
import { TARGETS } from './targets';

/** A figure with what it should be. */
interface Figure {
  kind: Kind;
  title: Key;
  text: string;
  target?: string;
  /** Whether it is as it should be. */
  good: boolean;
}

const upTo = (n: number | string) => t('analysis.upto', { n });
const below = (n: number | string) => t('analysis.below', { n });

/** All figures of an alarm system, each leading to the alarms behind it. */
export function figures(analysis: Analysis, linkOf: (show: Kind) => string): TemplateResult {
  return html`<ul class="targets">
    ${all(analysis).map(
      ({ kind, title, text, target, good }) =>
        html`<li>
          <a class="figure ${good ? 'plain' : 'warn'}" href=${linkOf(kind)} data-figure=${title}>
            <b>${good ? nothing : html`<span class="beyond" aria-hidden="true">▲</span> `}${text}</b>
            <span>${t(title)}</span>
            ${target ? html`<small>${t('analysis.target')}: ${target}</small>` : nothing}
          </a>
        </li>`,
    )}
  </ul>`;
}

function all(analysis: Analysis): Figure[] {
  const { perDay, perTenMinutes: perTen, peak, flood, topTen, stale } = TARGETS;
  const most = Math.max(0, ...analysis.intervals.map(each => each.alarms.length));
  const peakShare = analysis.intervals.length === 0 ? 0 : analysis.peaks.length / analysis.intervals.length;
  const { response } = analysis;
  return [
    {
      kind: 'all',
      title: 'analysis.perDay',
      text: numberText(analysis.perDay, 1),
      target: upTo(`${perDay.good} – ${perDay.most}`),
      good: analysis.perDay <= perDay.good,
    },
    {
      kind: 'all',
      title: 'analysis.perTen',
      text: numberText(analysis.perTenMinutes, 2),
      target: upTo(`${perTen.good} – ${perTen.most}`),
      good: analysis.perTenMinutes <= perTen.good,
    },
    { kind: 'peaks', title: 'analysis.peaks', text: percentText(peakShare), target: below(percentText(peak.share)), good: peakShare < peak.share },
    { kind: 'peaks', title: 'analysis.most', text: String(most), target: upTo(peak.most), good: most <= peak.most },
    {
      kind: 'floods',
      title: 'analysis.floods',
      text: `${percentText(analysis.floodShare)} · ${t('analysis.floods-n', { n: analysis.floods.length })}`,
      target: below(percentText(flood.share)),
      good: analysis.floodShare < flood.share,
    },
    {
      kind: 'top',
      title: 'analysis.top',
      text: percentText(analysis.topTenShare),
      target: upTo(`${percentText(topTen.good)} – ${percentText(topTen.most)}`),
      good: analysis.topTenShare <= topTen.most,
    },
    none('chattering', 'analysis.chattering', analysis.chattering.length),
    none('fleeting', 'analysis.fleeting', analysis.fleeting.length),
    {
      kind: 'stale',
      title: 'analysis.stale',
      text: String(analysis.stale.length),
      target: below(stale.most),
      good: analysis.stale.length < stale.most,
    },
    { kind: 'acknowledged', title: 'analysis.median', text: spanOf(response.median), good: true },
    { kind: 'acknowledged', title: 'analysis.ninety', text: spanOf(response.ninety), good: true },
    { kind: 'waiting', title: 'analysis.waiting', text: String(response.waiting.length), good: true },
    { kind: 'unseen', title: 'analysis.unseen', text: String(analysis.unseen.length), good: true },
    { kind: 'putaside', title: 'analysis.putaside', text: asideText(analysis), good: true },
  ];
}

function none(kind: Kind, title: Key, count: number): Figure {
  return { kind, title, text: String(count), target: t('analysis.no'), good: count === 0 };
}

function asideText({ putAside }: Analysis): string {
  return (['SHELVED', 'SUPPRESSED', 'OUT_OF_SERVICE'] as const).map(how => putAside.filter(each => each.how === how).length).join(' · ');
}

function spanOf(millis: number | undefined): string {
  return millis === undefined ? '–' : spanText(millis);
}
