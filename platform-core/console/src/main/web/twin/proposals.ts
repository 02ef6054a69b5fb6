import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { session } from '../api/session';
import { confirm } from '../base/confirm';
import { Element } from '../base/element';
import { badge, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { gainText } from '../format/gain';
import { numberText } from '../format/number';
import { timeText } from '../format/time';
import { t } from '../text/text';

type Proposal = Schemas['TwinProposal'];
const KINDS = {
  OPEN: 'plain',
  ACCEPTED: 'plain',
  APPLIED: 'good',
  MEASURED: 'good',
  DECLINED: 'plain',
  WITHDRAWN: 'plain',
  EXPIRED: 'plain',
  FAILED: 'bad',
} as const;

/** What the twin advises: why, what it brings, what it does; and what it brought. */
@customElement('g-proposals')
export class Proposals extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @property({ attribute: false }) proposals: Proposal[] = [];
  @state() private errors = new Map<string, unknown>();
  @state() private declining?: string;

  private async decide(proposal: Proposal, decision: 'accept' | 'decline', reason: string): Promise<void> {
    if (
      decision === 'accept' &&
      !(await confirm(t('proposals.question', { title: proposal.title }), commandsText(proposal), t('proposals.accept')))
    ) {
      return;
    }
    try {
      await answer(
        api.POST('/proposals/{proposalId}/decision', { params: { path: { proposalId: proposal.id } }, body: { decision, reason } }),
      );
      this.errors = new Map(this.errors).set(proposal.id, undefined);
      this.declining = undefined;
    } catch (error) {
      this.errors = new Map(this.errors).set(proposal.id, error);
    }
    this.dispatchEvent(new Event('decided'));
  }

  protected override render(): TemplateResult {
    const open = this.proposals.filter(proposal => proposal.state === 'OPEN');
    return html`${open.map(proposal => this.card(proposal))}${this.proposals.filter(proposal => proposal.state !== 'OPEN').map(proposal => this.card(proposal))}`;
  }

  private card(proposal: Proposal): TemplateResult {
    const open = proposal.state === 'OPEN';
    return html`<section class="panel proposal">
      <h2>${badge(t(`proposal.${proposal.state}`), open ? 'warn' : KINDS[proposal.state])} ${proposal.title}</h2>
      <p class="wrap">${proposal.explanation}</p>
      <dl class="facts">
        <dt>${t('proposals.gain')}</dt>
        <dd><b class="live">${gainText(proposal.gain)}</b></dd>
        ${
          proposal.measured
            ? html`<dt>${t('proposals.measured')}</dt>
                <dd><b class="live">${gainText(proposal.measured)}</b></dd>`
            : nothing
        }
        ${
          proposal.constraints.length
            ? html`<dt>${t('proposals.constraints')}</dt>
                <dd>${proposal.constraints.map(each => html`<div>${each}</div>`)}</dd>`
            : nothing
        }
        <dt>${t('tab.commands')}</dt>
        <dd>
          ${
            proposal.commands.length === 0
              ? t('proposals.by-people')
              : proposal.commands.map(
                  command =>
                    html`<div>
                      <a href=${linkTo(['twins', command.twin, 'commands'])}>${command.twin}</a> ${command.command}
                      ${values(command.arguments)}
                    </div>`,
                )
          }
        </dd>
        ${
          open
            ? html`<dt>${t('proposals.expires')}</dt>
                <dd>${timeText(proposal.expires)}</dd>`
            : nothing
        }
      </dl>
      ${problem(this.errors.get(proposal.id))} ${open && session.may('OPERATOR') ? this.decision(proposal) : nothing}
      <ol class="steps">
        ${proposal.history.map(step => html`<li>${t(`proposal.${step.state}`)} ${step.by ? html`<b>${step.by}</b>` : nothing} ${step.reason ?? ''} <small>${timeText(step.time)}</small></li>`)}
      </ol>
    </section>`;
  }

  private decision(proposal: Proposal): TemplateResult {
    return this.declining === proposal.id
      ? html`<form
          class="bar"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            void this.decide(proposal, 'decline', String(new FormData(event.target as HTMLFormElement).get('reason')));
          }}
        >
          <label class="grow">${t('proposals.why')} <input name="reason" required maxlength="1000" /></label
          ><button>${t('proposals.decline')}</button>
        </form>`
      : html`<div class="bar">
          <button class="primary" @click=${() => void this.decide(proposal, 'accept', '')}>${t('proposals.accept')}</button>
          <button
            @click=${() => {
              this.declining = proposal.id;
            }}
          >
            ${t('proposals.decline')}
          </button>
        </div>`;
  }
}

function values(of: Record<string, number>): string {
  return Object.entries(of)
    .map(([name, value]) => `${name} = ${numberText(value)}`)
    .join(', ');
}

function commandsText(proposal: Proposal): string {
  return (
    proposal.commands.map(command => `${command.twin}: ${command.command} ${values(command.arguments)}`).join('\n') ||
    t('proposals.by-people')
  );
}
