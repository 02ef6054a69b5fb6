import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './demo';
import './live';
import './machine';
import './pack';
import './person';
import './source';
import { session } from '../api/session';
import { Element } from '../base/element';
import { linkTo } from '../base/router';
import { t } from '../text/text';

const STEPS = ['person', 'pack', 'source', 'twin', 'live'] as const;
type Step = (typeof STEPS)[number];

/** From the first log-in to a living twin. Where one is, and of what, stands in the address: a reload loses nothing. */
@customElement('g-start')
export class Wizard extends Element {
  @property() step = '';
  @property({ attribute: false }) query = new URLSearchParams();

  private get now(): Step {
    return STEPS.find(step => step === this.step) ?? 'person';
  }

  protected override render(): TemplateResult {
    const now = STEPS.indexOf(this.now);
    return html`<h1>${t('start')}</h1>
      ${
        session.may('ENGINEER')
          ? html`<nav aria-label=${t('start.steps')}>
                <ol class="steps-line">
                  ${STEPS.map(
                    (step, index) =>
                      html`<li class=${index < now ? 'done' : ''} aria-current=${index === now ? 'step' : nothing}>
                        ${index < now ? html`<a href=${linkTo(['start', step])}>${t(`start.${step}`)}</a>` : t(`start.${step}`)}
                      </li>`,
                  )}
                </ol>
              </nav>
              ${this.content()}`
          : html`<p class="panel">${t('site.role')}</p>`
      }`;
  }

  private content(): TemplateResult {
    const [plant, connection] = [this.query.get('plant'), this.query.get('connection')];
    switch (this.now) {
      case 'person':
        return html`<g-start-person></g-start-person>`;
      case 'pack':
        return html`<g-start-pack></g-start-pack>`;
      case 'twin':
        return plant
          ? html`<g-start-demo .plantId=${plant}></g-start-demo>`
          : connection
            ? html`<g-start-machine .connection=${connection}></g-start-machine>`
            : html`<g-start-source></g-start-source>`;
      case 'live':
        return html`<g-start-live .twin=${this.query.get('twin') ?? ''}></g-start-live>`;
      case 'source':
        return html`<g-start-source></g-start-source>`;
    }
  }
}
