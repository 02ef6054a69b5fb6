import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { named, t } from '../text/text';

/** What a request on a pack would change, before it is carried out. */
@customElement('g-pack-plan')
export class PackPlan extends Element {
  @property({ attribute: false }) request!: Schemas['PackRequest'];
  @state() private plan?: Schemas['PackPlan'];
  @state() private error?: unknown;
  @state() private grantAll = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('request')) {
      this.grantAll = false;
      void this.ask();
    }
  }

  private get full(): Schemas['PackRequest'] {
    return { ...this.request, grantAll: this.grantAll };
  }

  private async ask(): Promise<void> {
    this.plan = undefined;
    try {
      this.plan = await answer(api.POST('/pack-plans', { body: this.full }));
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private async start(): Promise<void> {
    try {
      await answer(api.POST('/pack-operations', { body: this.full }));
      this.done();
    } catch (error) {
      this.error = error;
    }
  }

  private done(): void {
    this.dispatchEvent(new Event('done'));
  }

  protected override render(): TemplateResult {
    const plan = this.plan;
    return html`<section class="panel plan" aria-live="polite">
      <h2>${t('plan')}</h2>
      ${problem(this.error)}${
        !plan
          ? this.error
            ? nothing
            : loading()
          : html` <p>
                <b>${named('action', plan.action)} ${plan.id}</b> ${plan.from || '–'} → ${plan.to || '–'}
                ${plan.feasible ? badge(t('plan.feasible'), 'good') : badge(t('plan.obstacles'), 'bad')}
              </p>
              ${list(t('plan.obstacles'), plan.obstacles)}${list(t('plan.words'), plan.words)}
              ${
                plan.permissions.added.length + plan.permissions.dropped.length + plan.permissions.missing.length === 0
                  ? nothing
                  : html`<h3>${t('plan.permissions')}</h3>
                      <ul>
                        ${plan.permissions.added.map(each => html`<li><b>+</b> ${each}</li>`)}${plan.permissions.dropped.map(each => html`<li><b>−</b> ${each}</li>`)}
                        ${plan.permissions.missing.map(each => html`<li>${badge(t('plan.missing'), 'warn')} ${each}</li>`)}
                      </ul>`
              }
              ${
                plan.twins.length === 0
                  ? nothing
                  : html`<h3>${t('twins')}</h3>
                      <table>
                        <tbody>
                          ${plan.twins.map(
                            twin =>
                              html`<tr>
                                <th scope="row">${twin.twin}</th>
                                <td>${twin.type}</td>
                                <td>${twin.schema} → ${twin.becomes}</td>
                                <td class="wrap">${twin.how}</td>
                                <td>${twin.possible ? nothing : badge(t('plan.impossible'), 'bad')}</td>
                              </tr>`,
                          )}
                        </tbody>
                      </table>`
              }
              ${list(t('plan.models'), plan.models)}${list(t('plan.imports'), plan.imports)}
              ${
                this.request.action === 'INSTALL'
                  ? html`<label class="check"
                      ><input
                        type="checkbox"
                        .checked=${this.grantAll}
                        @change=${(event: Event) => {
                          this.grantAll = (event.target as HTMLInputElement).checked;
                          void this.ask();
                        }}
                      />
                      ${t('plan.grant')}</label
                    >`
                  : nothing
              }`
      }
      <div class="bar end">
        <button @click=${this.done}>${t('cancel')}</button>
        <button class="primary" ?disabled=${!plan?.feasible} @click=${() => void this.start()}>
          ${plan ? named('action', plan.action) : t('plan')}
        </button>
      </div>
    </section>`;
  }
}

function list(title: string, lines: string[]): TemplateResult | typeof nothing {
  return lines.length === 0
    ? nothing
    : html`<h3>${title}</h3>
        <ul>
          ${lines.map(line => html`<li>${line}</li>`)}
        </ul>`;
}
