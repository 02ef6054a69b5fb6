import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../alarm/list';
import { byAttention } from '../alarm/state';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { t } from '../text/text';
import { FeedFollower } from './follower';

/** The twin's alarms in all states, to be handled. */
@customElement('g-twin-alarms')
export class TwinAlarms extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @state() private normal = true;
  protected readonly follower = new FeedFollower(this);

  protected override render(): TemplateResult {
    const { standing } = this.feed;
    const alarms = standing
      .all()
      .filter(alarm => this.normal || alarm.state !== 'NORMAL')
      .sort(byAttention);
    return html`<div class="bar">
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.normal}
            @change=${(event: Event) => {
              this.normal = (event.target as HTMLInputElement).checked;
            }}
          />
          ${t('alarms.normal')}</label
        >
      </div>
      ${problem(standing.error)}${standing.loaded ? html`<g-alarm-list .list=${standing} .alarms=${alarms}></g-alarm-list>` : loading()}`;
  }
}
