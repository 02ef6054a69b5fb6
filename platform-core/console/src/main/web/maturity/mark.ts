import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Element } from '../base/element';
import { t } from '../text/text';
import { seenOf } from './facts';
import { flowOf, LEVELS, levelsOf, type Seen } from './level';

/** A row that is only scrolled by is not asked about. */
const SETTLE_MILLIS = 250;

/** What a twin in a row of many is and which levels it does, short: a step for each level, filled where it is reached. */
@customElement('g-maturity')
export class MaturityMark extends Element {
  @property() twinId = '';
  @state() private seen?: Seen;
  private timer = 0;

  override disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('twinId')) {
      this.seen = undefined;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.read(this.twinId), SETTLE_MILLIS);
    }
  }

  private async read(id: string): Promise<void> {
    try {
      const seen = await seenOf(id);
      this.seen = id === this.twinId ? seen : this.seen;
    } catch {
      this.seen = undefined; // the list that it is in says what is wrong
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.seen) {
      return nothing;
    }
    const reached = levelsOf(this.seen);
    const names = LEVELS.filter(level => reached.has(level)).map(level => t(`level.${level}`));
    const text = `${t(`flow.${flowOf(this.seen)}`)}: ${names.join(', ') || t('maturity.none')}`;
    return html`<span class="maturity-mark" title=${text}
      ><span aria-hidden="true">${t(`flow.${flowOf(this.seen)}`)}</span
      ><svg viewBox="0 0 50 10" role="img" aria-label=${text}>
        ${LEVELS.map((level, index) => stepShape(index, reached.has(level)))}
      </svg></span
    >`;
  }
}

function stepShape(index: number, reached: boolean): TemplateResult {
  return svg`<rect class=${reached ? 'reached' : ''} x=${index * 10 + 1} y="1" width="8" height="8"/>`;
}
