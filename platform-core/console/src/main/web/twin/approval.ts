import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { session } from '../api/session';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { timeText } from '../format/time';
import { t } from '../text/text';

/** The decision about a command that waits: whoever has not asked for it approves or declines it, who has may take it back. Tells `decided`. */
@customElement('g-approval')
export class Approval extends Element {
  @property({ attribute: false }) command!: Schemas['Command'];
  /** Title and values of the command, for people. */
  @property() what = '';
  @state() private error?: unknown;
  @state() private declining = false;

  private async decide(decision: 'accept' | 'decline', reason: string): Promise<void> {
    try {
      await answer(
        api.POST('/commands/{commandId}/decision', { params: { path: { commandId: this.command.id } }, body: { decision, reason } }),
      );
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.dispatchEvent(new Event('decided'));
  }

  private async approve(): Promise<void> {
    const { caller, twin } = this.command;
    if (await confirm(t('approval.question', { twin, caller }), this.what, t('approval.approve'))) {
      await this.decide('accept', '');
    }
  }

  protected override render(): TemplateResult {
    const own = session.user === this.command.caller;
    return html`${problem(this.error)} ${this.declining ? this.why() : this.buttons(own, session.may('OPERATOR'))}`;
  }

  private buttons(own: boolean, may: boolean): TemplateResult {
    return html`<div class="bar">
      ${own || !may ? nothing : html`<button type="button" class="primary" @click=${() => void this.approve()}>${t('approval.approve')}</button>`}
      ${
        may
          ? html`<button
              type="button"
              @click=${() => {
                this.declining = true;
              }}
            >
              ${t(own ? 'approval.take-back' : 'approval.decline')}
            </button>`
          : nothing
      }
      <small>${own ? t('approval.own') : nothing} ${t('approval.until', { time: timeText(this.command.approveBy) })}</small>
    </div>`;
  }

  private why(): TemplateResult {
    return html`<form
      class="bar"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.decide('decline', String(new FormData(event.target as HTMLFormElement).get('reason')));
      }}
    >
      <label class="grow">${t('proposals.why')} <input name="reason" required maxlength="1000" pattern=".*\\S.*" autofocus /></label
      ><button>${t('approval.decline')}</button>
    </form>`;
  }
}
