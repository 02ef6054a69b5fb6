import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { demoPlants, startDemoPlant, type DemoPlant } from '../api/demo';
import { probe, type Probe, type SiteEdit } from '../api/site';
import { Element } from '../base/element';
import { badge, loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { Change } from '../site/change';
import { boundPoints } from '../site/binding';
import { errorList } from '../site/errors';
import { readings } from '../site/readings';
import { t, words } from '../text/text';

const PATIENCE_SECONDS = 20;
/** A few lines prove that values come. */
const SHOWN = 6;

/** A simulated plant: it is started, its connections are tried, and its twins are made as one change. */
@customElement('g-start-demo')
export class DemoStep extends Element {
  @property() plantId = '';
  @state() private plant?: DemoPlant;
  @state() private probes = new Map<string, Probe>();
  @state() private doing = '';
  @state() private error?: unknown;
  private readonly change = new Change(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plantId')) {
      void this.begin();
    }
  }

  /** Everything up to the question whether it shall be saved. */
  private async begin(): Promise<void> {
    this.error = undefined;
    this.probes = new Map();
    try {
      this.doing = t('start.starting');
      this.plant = (await demoPlants()).find(each => each.id === this.plantId);
      this.plant = await startDemoPlant(this.plantId);
      for (const connection of this.of('CONNECTION')) {
        this.doing = t('start.testing', { name: connection.name });
        const bindings = this.of('BINDING').filter(each => each.name.startsWith(connection.name + '/'));
        const found = await probe(
          connection.content ?? {},
          bindings.map(each => each.content ?? {}),
          PATIENCE_SECONDS,
        );
        this.probes = new Map(this.probes).set(connection.name, found);
      }
      await this.change.dryRun(this.plant.site);
    } catch (error) {
      this.error = error;
    }
    this.doing = '';
  }

  private of(kind: SiteEdit['kind']): SiteEdit[] {
    return this.plant?.site.filter(each => each.kind === kind) ?? [];
  }

  private async make(): Promise<void> {
    if (await this.change.make()) {
      location.hash = linkTo(['start', 'live'], { twin: this.shown }).slice(1);
    }
  }

  /** The twin with the most bound points is looked at first. */
  private get shown(): string {
    const [best] = this.of('BINDING').sort((a, b) => boundPoints(b.content).length - boundPoints(a.content).length);
    return best?.name.split('/')[1] ?? this.of('TWIN')[0]?.name ?? '';
  }

  protected override render(): TemplateResult {
    return html`${problem(this.error)}
      <section class="panel">
        <h2>${words(this.plant?.title) || this.plantId}</h2>
        <p role="status" aria-busy=${this.doing ? 'true' : 'false'}>${this.doing}</p>
        ${this.error ? html`<p><button @click=${() => void this.begin()}>${t('raw.again')}</button></p>` : nothing}
        ${!this.plant && !this.error ? loading() : nothing}
        ${this.of('CONNECTION').map(each => this.tried(each, this.probes.get(each.name)))}
      </section>
      ${this.change.stale ? this.present() : html`${errorList(this.change.errors)} ${problem(this.change.error)}`}
      ${
        this.change.effects
          ? html`<section class="panel">
              <h2>${t('start.makes')}</h2>
              <p class="bar">${this.of('TWIN').map(each => badge(`${each.content?.['name'] as string} · ${each.name}`))}</p>
              <details>
                <summary>${t('site.would')}</summary>
                <ul>
                  ${this.change.effects.map(line => html`<li>${line}</li>`)}
                </ul>
              </details>
              <p class="bar end">
                <button class="primary" ?disabled=${this.change.busy} @click=${() => void this.make()}>${t('start.make')}</button>
              </p>
            </section>`
          : nothing
      }`;
  }

  private tried(connection: SiteEdit, found: Probe | undefined): TemplateResult {
    return html`<h3>
        ${connection.name} <small>${String(connection.content?.['endpoint'] ?? connection.content?.['broker'] ?? '')}</small>
      </h3>
      ${
        found
          ? html`<p>${badge(t(found.reached ? 'probe.reached' : 'probe.not-reached'), found.reached ? 'good' : 'bad')} ${found.text}</p>
              ${found.readings.length > 0 ? readings(found.readings.slice(0, SHOWN)) : nothing}`
          : nothing
      }`;
  }

  /** They were made before. */
  private present(): TemplateResult {
    return html`<section class="panel">
      <p>${t('start.present')}</p>
      <p class="bar end"><a class="button primary" href=${linkTo(['start', 'live'], { twin: this.shown })}>${t('start.next')}</a></p>
    </section>`;
  }
}
