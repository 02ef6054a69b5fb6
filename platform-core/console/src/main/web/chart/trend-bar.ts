import { html, nothing, type TemplateResult } from 'lit';
import { timeText } from '../format/time';
import { t } from '../text/text';

const MINUTE = 60;
/** Seconds that a trend may reach back at first. */
export const SPANS = [5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 6 * 3600, 24 * 3600, 7 * 86_400, 30 * 86_400];

interface TrendBar {
  /** In seconds, as all that follows. */
  span: number;
  range: [number, number];
  live: boolean;
  busy: boolean;
  zoom: (from: number, to: number) => void;
  /** Goes on live over a span. */
  resume: (span: number) => void;
}

/** The buttons over a trend: span, live, to and fro, nearer and farther. */
export function trendBar({ span, range, live, busy, zoom, resume }: TrendBar): TemplateResult {
  const [from, to] = range;
  const move = (share: number) => zoom(from + share * (to - from), to + share * (to - from));
  const scale = (factor: number) => {
    const middle = (from + to) / 2;
    const half = Math.max(1, ((to - from) * factor) / 2);
    zoom(middle - half, Math.min(middle + half, Date.now() / 1000));
  };
  const button = (text: string, label: string, act: () => void) =>
    html`<button class="small" title=${label} aria-label=${label} @click=${act}>${text}</button>`;
  return html`<div class="bar">
    <label
      >${t('trend.span')}
      <select @change=${(event: Event) => resume(Number((event.target as HTMLSelectElement).value))}>
        ${[...new Set([...SPANS, span])]
          .sort((a, b) => a - b)
          .map(each => html`<option value=${each} ?selected=${each === span}>${spanName(each)}</option>`)}
      </select></label
    >
    <button class="small ${live ? 'on' : ''}" aria-pressed=${live ? 'true' : 'false'} @click=${() => (live ? zoom(from, to) : resume(span))}>
      ${live ? t('trend.live') : t('trend.resume')}
    </button>
    ${button('◀', t('trend.earlier'), () => move(-0.5))}${button('▶', t('trend.later'), () => move(0.5))}
    ${button('+', t('trend.closer'), () => scale(0.5))}${button('−', t('trend.wider'), () => scale(2))}
    <span class="quiet">${live ? nothing : html`${stamp(from)} – ${stamp(to)}`} ${busy ? t('loading') : nothing}</span>
  </div>`;
}

function stamp(seconds: number): string {
  return timeText(new Date(seconds * 1000).toISOString());
}

function spanName(seconds: number): string {
  return seconds < 3600
    ? t('time.minutes', { n: Math.round(seconds / 60) })
    : seconds < 86_400 * 2
      ? t('time.hours', { n: Math.round(seconds / 3600) })
      : t('time.days', { n: Math.round(seconds / 86_400) });
}
