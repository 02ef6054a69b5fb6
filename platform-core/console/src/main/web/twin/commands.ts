import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { session } from '../api/session';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { numberText } from '../format/number';
import { valueWithUnit } from '../format/sample';
import { timeText } from '../format/time';
import { unitText } from '../format/unit';
import { t } from '../text/text';
import './approval';
import { give } from './give';

type CommandSpec = Schemas['CommandSpec'];
type Command = Schemas['Command'];
const STATES = { WAITING: 'warn', ACCEPTED: 'plain', WRITING: 'plain', CONFIRMED: 'good', REJECTED: 'bad', EXPIRED: 'warn', UNKNOWN: 'bad' } as const;

/** What the twin can be told to do, with limits and the present value; what became of what it was told. */
@customElement('g-commands')
export class Commands extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @state() private errors = new Map<string, unknown>();
  private readonly list = new Poll(
    this,
    () => answer(api.GET('/twins/{twinId}/commands', { params: { path: { twinId: this.feed.id }, query: { limit: 30 } } })),
    5000,
  );
  private readonly heard = () => void this.list.now();

  protected override firstUpdated(): void {
    this.feed.addEventListener('command', this.heard);
  }

  override disconnectedCallback(): void {
    this.feed.removeEventListener('command', this.heard);
    super.disconnectedCallback();
  }

  private async send(event: SubmitEvent, spec: CommandSpec): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const values = Object.fromEntries(spec.parameters.map(parameter => [parameter.name, Number(form.get(parameter.name))]));
    try {
      if (!(await give(this.feed, spec, values))) {
        return;
      }
      this.say(spec.name, undefined);
    } catch (error) {
      this.say(spec.name, error);
    }
    await this.list.now();
  }

  private say(command: string, error: unknown): void {
    this.errors = new Map(this.errors).set(command, error);
  }

  protected override render(): TemplateResult {
    const commands = this.list.value;
    return html`${session.may('OPERATOR') ? html`<div class="board">${this.feed.twin?.model?.commands.map(spec => this.form(spec))}</div>` : html`<p class="quiet">${t('commands.role')}</p>`}
      <section class="panel">
        <h2>${t('commands.past')}</h2>
        ${problem(this.list.error)}${
          !commands
            ? loading()
            : commands.length === 0
              ? html`<p class="quiet">${t('commands.none')}</p>`
              : html`<ul class="rows" aria-live="polite">
                  ${commands.map(command => this.past(command))}
                </ul>`
        }
      </section>`;
  }

  private form(spec: CommandSpec): TemplateResult {
    return html`<form class="panel half" @submit=${(event: SubmitEvent) => void this.send(event, spec)}>
      <h2>${spec.title}</h2>
      ${spec.parameters.map(
        parameter =>
          html`<label
            >${parameter.title}<span class="bar"
              ><input
                name=${parameter.name}
                type="number"
                step="any"
                required
                min=${parameter.low ?? nothing}
                max=${parameter.high ?? nothing}
              />
              ${unitText(parameter.unit)}
              ${parameter.point ? html`<small>${t('commands.now')} ${valueWithUnit(this.feed.sample(parameter.point))}</small>` : nothing}</span
            >
            <small>${limits(parameter)}</small></label
          >`,
      )}
      ${problem(this.errors.get(spec.name))}<button class="primary">${t('commands.give')}</button>
    </form>`;
  }

  private past(command: Command): TemplateResult {
    const spec = this.feed.twin?.model?.commands.find(each => each.name === command.name);
    const title = spec?.title ?? command.name;
    const values = Object.entries(command.arguments)
      .map(([name, value]) => {
        const parameter = spec?.parameters.find(each => each.name === name);
        return `${parameter?.title ?? name} ${numberText(value)} ${unitText(parameter?.unit ?? '')}`;
      })
      .join(', ');
    return html`<li>
      ${badge(t(`command.${command.state}`), STATES[command.state])}<span class="grow"
        ><b>${title}</b> ${values} ${command.reason ? html`<br /><small>${command.reason}</small>` : nothing}<br /><small
          class="way"
          >${command.history.map(step => `${t(`command.${step.state}`)} ${timeText(step.time)}`).join(' → ')}</small
        >${
          command.state === 'WAITING'
            ? html`<g-approval .command=${command} what=${`${title} ${values}`} @decided=${() => void this.list.now()}></g-approval>`
            : nothing
        }</span
      >
      <small>${command.caller}</small>
    </li>`;
  }
}

function limits({ low, high, maxStep }: Schemas['ParameterSpec']): string {
  return [
    ...(low !== undefined && high !== undefined ? [t('commands.limits', { low: numberText(low), high: numberText(high) })] : []),
    ...(maxStep !== undefined ? [t('commands.step', { step: numberText(maxStep) })] : []),
  ].join(' · ');
}
