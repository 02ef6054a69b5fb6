import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../site/connection-editor';
import { demoPlants } from '../api/demo';
import { documents } from '../api/site';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { BROWSABLE } from '../site/connection-keys';
import { t, words } from '../text/text';

/** Where values shall come from: a plant that is simulated, a source that is connected already, or a server of one's own. */
@customElement('g-start-source')
export class SourceStep extends Element {
  @state() private own = false;
  private readonly plants = new Poll(this, demoPlants, 10_000);
  private readonly connections = new Poll(
    this,
    async () => (await documents('CONNECTION')).filter(each => BROWSABLE.includes(String(each.content?.['kind']))),
    10_000,
  );

  protected override render(): TemplateResult {
    const plants = this.plants.value;
    return html`<section class="panel">
        <h2>${t('start.demo')}</h2>
        <p class="quiet">${t('start.demo-what')}</p>
        ${problem(this.plants.error)}
        ${
          plants
            ? plants.length === 0
              ? html`<p>${t('start.no-demo')}</p>`
              : html`<ul class="rows">
                  ${plants.map(
                    plant =>
                      html`<li>
                        <span class="grow">${words(plant.title)} ${plant.running ? badge(t('start.runs'), 'good') : nothing}</span>
                        <a class="button primary" href=${linkTo(['start', 'twin'], { plant: plant.id })}>${t('start.take-demo')}</a>
                      </li>`,
                  )}
                </ul>`
            : this.plants.error
              ? nothing
              : loading()
        }
      </section>
      <section class="panel">
        <h2>${t('start.own')}</h2>
        <p class="quiet">${t('start.own-what')}</p>
        ${problem(this.connections.error)}
        <ul class="rows">
          ${this.connections.value?.map(
            each =>
              html`<li>
                <span class="grow">${each.name} <small>${String(each.content?.['endpoint'] ?? '')}</small></span>
                <a class="button" href=${linkTo(['start', 'twin'], { connection: each.name })}>${t('start.take')}</a>
              </li>`,
          )}
        </ul>
        ${
          this.own
            ? nothing
            : html`<button
                @click=${() => {
                  this.own = true;
                }}
              >
                ${t('site.new-connection')}
              </button>`
        }
      </section>
      ${
        this.own
          ? html`<g-connection-editor
              embedded
              @saved=${(event: CustomEvent<string>) => {
                location.hash = linkTo(['start', 'twin'], { connection: event.detail }).slice(1);
              }}
            ></g-connection-editor>`
          : nothing
      }`;
  }
}
