import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './canvas';
import { worstBySource } from '../alarm/state';
import { answer, api, type Schemas } from '../api/client';
import { SiteListener } from '../api/site-events';
import { composition } from '../api/wholes';
import { Element } from '../base/element';
import { badge, loading, problem, severitySign } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { linkTo } from '../base/router';
import type { Severity } from '../format/severity';
import { named, t } from '../text/text';
import type { GraphTwin } from './canvas';
import { relationsOf } from './relations';

const MOST = 600;
const NAMES = 1000;

/** What twins are composed of: a picture, and the same as a list for the keyboard and for those who do not see it. */
@customElement('g-relations')
export class RelationsBoard extends Element {
  /** Above and below this one; the whole site where it is empty. */
  @property() twinId = '';
  private readonly data = new Poll(this, () => this.read(), ON_EVENT);
  private readonly again = () => void this.data.now();
  private readonly site = new SiteListener(this, { site: this.again, lost: this.again });
  private drawn: GraphTwin[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('twinId') && changed.get('twinId') !== undefined) {
      void this.data.now();
    }
  }

  private async read() {
    const { twinId } = this;
    const found = await composition();
    const page = twinId
      ? await answer(api.GET('/twins', { params: { query: { partOf: twinId, deep: true, limit: NAMES, view: 'brief' } } }))
      : await answer(api.GET('/twins', { params: { query: { limit: NAMES, view: 'brief' } } }));
    const twins = new Map<string, Schemas['Twin']>([...found.wholes, ...page.items.map(twin => [twin.id, twin] as const)]);
    if (twinId && !twins.has(twinId)) {
      twins.set(twinId, await answer(api.GET('/twins/{twinId}', { params: { path: { twinId } } })));
    }
    return { ...relationsOf(found, MOST, twinId || undefined), known: twins };
  }

  protected override render(): TemplateResult {
    const data = this.data.value;
    if (!data) {
      return this.data.error ? html`${problem(this.data.error)}` : loading();
    }
    const severities = worstBySource(this.site.alarms.all());
    const { relations, known, more } = data;
    const nothingToShow = relations.length === 0;
    return html`${problem(this.data.error)}${more ? html`<p class="quiet">${t('graph.first', { n: MOST })}</p>` : nothing}
    ${
      nothingToShow
        ? html`<p class="panel quiet">${t(this.twinId ? 'graph.alone' : 'graph.nothing')}</p>`
        : html`<div class="panel">
              <g-graph
                .twins=${this.picture([...data.twins], known, severities)}
                .relations=${relations}
                .centre=${this.twinId}
                @open=${(event: CustomEvent<string>) => {
                  location.hash = linkTo(['twins', event.detail, ...(this.twinId ? ['relations'] : [])]);
                }}
              ></g-graph>
            </div>
            <details class="panel" ?open=${this.twinId !== ''}>
              <summary>${t('graph.list')}</summary>
              <div class="scroll" tabindex="0" role="region" aria-label=${t('graph.list')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t('graph.whole')}</th>
                      <th scope="col">${t('graph.role')}</th>
                      <th scope="col">${t('graph.part')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${relations.map(
                      ({ whole, role, part }) =>
                        html`<tr>
                          <td>${this.twin(whole, known, severities)}</td>
                          <td>${role}</td>
                          <td>${this.twin(part, known, severities)}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>
            </details>`
    }`;
  }

  /** The same array as long as there is nothing else to draw. */
  private picture(ids: string[], known: Map<string, Schemas['Twin']>, severities: Map<string, Severity>): GraphTwin[] {
    const next = ids.map(id => {
      const twin = known.get(id);
      return { id, name: twin?.name ?? id, severity: severities.get(id), well: !twin || twin.status === 'RUNNING' };
    });
    if (JSON.stringify(next) !== JSON.stringify(this.drawn)) {
      this.drawn = next;
    }
    return this.drawn;
  }

  private twin(id: string, known: Map<string, Schemas['Twin']>, severities: Map<string, Severity>): TemplateResult {
    const twin = known.get(id);
    const severity = severities.get(id);
    return html`${severity ? severitySign(severity) : nothing}
      ${id === this.twinId ? html`<b>${twin?.name ?? id}</b>` : html`<a href=${linkTo(['twins', id, ...(this.twinId ? ['relations'] : [])])}>${twin?.name ?? id}</a>`}
      <small>${id}</small> ${twin && twin.status !== 'RUNNING' ? badge(named('status', twin.status), 'warn') : nothing}`;
  }
}
