import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../screen/browse';
import { ABSENT, twinTypes, type SiteEdit, type TwinType } from '../api/site';
import { Element } from '../base/element';
import { problem } from '../base/parts';
import { linkTo } from '../base/router';
import type { Node } from '../screen/browse';
import { rebound, type Rebinding } from '../site/binding';
import { proposed } from '../site/bound-twin';
import { Change } from '../site/change';
import { effects } from '../site/effects';
import { errorList, errorsAt } from '../site/errors';
import { NAME_PATTERN } from '../site/names';
import { boundTo, matches, type Proposed } from '../site/proposal';
import { t } from '../text/text';

interface Fit {
  type: TwinType;
  changes: Rebinding[];
  points: number;
}

/** A machine of a server becomes a twin: its node is chosen, the type that fits best proposed, and its points bound by their names. */
@customElement('g-start-machine')
export class MachineStep extends Element {
  @property() connection = '';
  @state() private node?: Node;
  @state() private types: TwinType[] = [];
  @state() private fits: Fit[] = [];
  @state() private type = '';
  @state() private twin = '';
  @state() private name = '';
  @state() private error?: unknown;
  @state() private busy = false;
  private readonly change = new Change(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection')) {
      this.node = undefined;
      this.fits = [];
    }
  }

  private async take(node: Node): Promise<void> {
    this.node = node;
    this.busy = true;
    this.change.touched();
    try {
      this.types = this.types.length > 0 ? this.types : await twinTypes();
      this.twin =
        node.name
          .toLowerCase()
          .replace(/[^a-z0-9._-]+/g, '-')
          .replace(/^[^a-z0-9]+/, '')
          .slice(0, 64) || 'twin';
      this.name = node.name;
      const found = await proposed(this.connection, node.node, this.twin);
      this.fits = this.types
        .map(type => fit(type, found))
        .filter(each => each.changes.length > 0)
        .sort((a, b) => b.changes.length / b.points - a.changes.length / a.points);
      this.type = this.fits[0]?.type.type ?? '';
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  private get chosen(): Fit | undefined {
    return this.fits.find(each => each.type.type === this.type);
  }

  private get edits(): SiteEdit[] {
    const { twin, connection } = this;
    return [
      { kind: 'TWIN', name: twin, content: { id: twin, type: this.type, name: this.name || twin }, expected: ABSENT },
      {
        kind: 'BINDING',
        name: `${connection}/${twin}`,
        content: rebound(connection, twin, undefined, this.chosen?.changes ?? []),
        expected: ABSENT,
      },
    ];
  }

  private readonly dryRun = (event: SubmitEvent) => {
    event.preventDefault();
    void this.change.dryRun(this.edits);
  };

  private async make(): Promise<void> {
    if (await this.change.make()) {
      location.hash = linkTo(['start', 'live'], { twin: this.twin }).slice(1);
    }
  }

  protected override render(): TemplateResult {
    return html`<section class="panel">
        <h2>${t('start.machine')}</h2>
        <p class="quiet">${t('start.machine-what')}</p>
        <g-browse
          choose
          .connection=${this.connection}
          .chosen=${this.node?.node ?? ''}
          @take=${(event: CustomEvent<Node>) => void this.take(event.detail)}
        ></g-browse>
      </section>
      ${problem(this.error)}
      ${
        this.node && !this.busy && !this.error
          ? this.fits.length > 0
            ? this.form()
            : html`<p class="panel">${t('start.no-fit', { name: this.node.name })}</p>`
          : nothing
      }`;
  }

  private form(): TemplateResult {
    const set = (key: 'type' | 'twin' | 'name') => (event: Event) => {
      this[key] = (event.target as HTMLInputElement).value;
      this.change.touched();
    };
    return html`<form class="panel" @submit=${this.dryRun}>
      <h2>${t('start.new')}</h2>
      ${errorList(this.change.errors)} ${problem(this.change.error)}
      <div class="fields">
        <label class="field"
          >${t('fleet.type')}
          <select name="type" @change=${set('type')}>
            ${this.fits.map(
              ({ type, changes, points }) =>
                html`<option value=${type.type} ?selected=${type.type === this.type}>
                  ${t('start.fit', { title: type.model.title, n: changes.length, all: points })}
                </option>`,
            )}
          </select></label
        >
        <label class="field"
          >${t('site.id')} <input name="twin" required pattern=${NAME_PATTERN} .value=${this.twin} @input=${set('twin')} />${errorsAt(
            this.change.errors,
            'id',
            'start-id',
          )}</label
        >
        <label class="field">${t('name')} <input name="title" maxlength="200" .value=${this.name} @input=${set('name')} /></label>
      </div>
      <details>
        <summary>${t('start.bound', { n: this.chosen?.changes.length ?? 0 })}</summary>
        <ul>
          ${this.chosen?.changes.map(({ point, keys }) => html`<li>${point} ← <code>${String(keys?.['node'])}</code></li>`)}
        </ul>
      </details>
      ${effects(t('site.would'), this.change.effects)}
      <div class="bar end">
        <button ?disabled=${this.change.busy}>${t('site.try')}</button>
        <button type="button" class="primary" ?disabled=${this.change.busy || !this.change.effects} @click=${() => void this.make()}>
          ${t('start.make')}
        </button>
      </div>
    </form>`;
  }
}

/** What of a type a proposal has. */
function fit(type: TwinType, variables: Proposed[]): Fit {
  const points = type.model.points.filter(point => point.role !== 'DERIVED');
  const found = matches(points, variables);
  const changes = points.flatMap(point => {
    const source = found.get(point.name);
    return source ? [boundTo(point, source)] : [];
  });
  return { type, changes, points: points.length };
}
