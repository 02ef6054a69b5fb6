import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, type Schemas } from '../api/client';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { numberText } from '../format/number';
import { timeText } from '../format/time';
import { named, t } from '../text/text';

type Line = Schemas['AuditLine'];
type Outcome = Schemas['AuditOutcome'];
const OUTCOMES: Outcome[] = ['ALLOWED', 'REFUSED', 'FAILED'];
const PAGE = 100;

/** Who did what, and whether the log of it is whole. */
@customElement('g-audit')
export class AuditScreen extends Element {
  @state() private lines?: Line[];
  @state() private next?: number;
  @state() private error?: unknown;
  @state() private found?: Schemas['AuditVerification'];
  @state() private busy = false;
  private filter: { caller?: string; action?: string; outcome?: Outcome; q?: string } = {};

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(cursor?: number): Promise<void> {
    try {
      const page = await answer(api.GET('/audit', { params: { query: { ...this.filter, limit: PAGE, cursor } } }));
      this.lines = [...(cursor === undefined ? [] : (this.lines ?? [])), ...page.items];
      this.next = page.next;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private readonly find = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '') || undefined;
    this.filter = { caller: text('caller'), action: text('action'), outcome: text('outcome') as Outcome | undefined, q: text('q') };
    void this.read();
  };

  private async verify(): Promise<void> {
    this.busy = true;
    try {
      this.found = await answer(api.POST('/audit/verification'));
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`<h1>${t('audit')}</h1>
      <form class="bar" @submit=${this.find}>
        <label>${t('audit.caller')} <input name="caller" maxlength="128" /></label>
        <label>${t('audit.action')} <input name="action" maxlength="128" /></label>
        <label
          >${t('audit.outcome')}
          <select name="outcome">
            <option value="">${t('all')}</option>
            ${OUTCOMES.map(each => html`<option value=${each}>${t(`audit.${each}`)}</option>`)}
          </select></label
        >
        <label>${t('audit.text')} <input name="q" maxlength="128" /></label><button>${t('fleet.find')}</button> <span class="grow"></span
        ><button type="button" ?disabled=${this.busy} @click=${() => void this.verify()}>${t('audit.verify')}</button>
      </form>
      ${problem(this.error)}${this.verdict()}
      ${
        !this.lines
          ? loading()
          : html`<div class="scroll panel" tabindex="0" role="region" aria-label=${t('audit')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('audit.time')}</th>
                    <th scope="col">${t('audit.caller')}</th>
                    <th scope="col">${t('audit.action')}</th>
                    <th scope="col">${t('audit.object')}</th>
                    <th scope="col">${t('audit.outcome')}</th>
                    <th scope="col">${t('audit.reason')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${this.lines.map(
                    line =>
                      html`<tr>
                        <td>${timeText(line.time)}</td>
                        <td>${line.caller}</td>
                        <td>${line.action}</td>
                        <td class="wrap">${line.target}</td>
                        <td>${badge(named('audit', line.outcome), line.outcome === 'ALLOWED' ? 'plain' : 'warn')}</td>
                        <td class="wrap">${line.reason}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
              ${this.next === undefined ? nothing : html`<button @click=${() => void this.read(this.next)}>${t('more')}</button>`}
            </div>`
      }`;
  }

  private verdict(): TemplateResult | typeof nothing {
    const { found } = this;
    return !found
      ? nothing
      : html`<p class=${found.whole ? 'panel' : 'problem'} role="status">
          ${found.whole ? t('audit.whole', { lines: numberText(found.lines), checkpoints: numberText(found.checkpoints) }) : found.problem}
        </p>`;
  }
}
