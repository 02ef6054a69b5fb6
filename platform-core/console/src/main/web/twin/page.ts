import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './alarms';
import './commands';
import './now';
import './notes';
import './proposals';
import './raw';
import './trends';
import './versions';
import '../graph/board';
import '../widget/board';
import { isStanding } from '../alarm/state';
import { answer, api, type Schemas } from '../api/client';
import { TwinFeed } from '../api/feed';
import { session } from '../api/session';
import { knownViews, type PackView } from '../api/views';
import { ApiError } from '../api/problem';
import { Element } from '../base/element';
import { badge, loading, problem, severitySign } from '../base/parts';
import { ON_EVENT, Poll } from '../base/poll';
import { linkTo } from '../base/router';
import { worst } from '../format/severity';
import { named, t, words } from '../text/text';
import { accepts } from '../maturity/facts';
import { maturity } from './maturity';

const MOST_WHOLES = 5;
const MOST_PROPOSALS = 50;
const VIEWS_MILLIS = 5000;

/** One twin: now, the views of its pack, trends, alarms, commands, what it proposes. */
@customElement('g-twin')
export class TwinPage extends Element {
  @property() twinId = '';
  @property({ attribute: false }) tab: string[] = [];
  @property({ attribute: false }) query = new URLSearchParams();
  @state() private views: PackView[] = [];
  /** Whether it is known which views there are. */
  @state() private viewsKnown = false;
  @state() private wholes: Schemas['Twin'][] = [];
  @state() private accepts = false;
  private readonly proposals = new Poll(
    this,
    async () => (await answer(api.GET('/proposals', { params: { query: { twin: this.twinId, limit: MOST_PROPOSALS } } }))).items,
    ON_EVENT,
  );
  private readonly proposed = () => void this.proposals.now();
  private feed?: TwinFeed;
  private timer = 0;
  /** The type whose views were asked for. */
  private viewsOf?: string;
  private readonly changed = () => {
    if (this.feed?.twin && this.feed.twin.type !== this.viewsOf) {
      void this.loadViews();
    }
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.loadViews(), VIEWS_MILLIS);
    if (this.hasUpdated) {
      this.open();
    }
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.timer);
    this.close();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('twinId')) {
      this.close();
      this.open();
      if (this.hasUpdated) {
        this.proposals.value = undefined;
        void this.proposals.now();
      }
    }
  }

  private open(): void {
    this.feed = new TwinFeed(this.twinId);
    this.feed.addEventListener('change', this.changed);
    this.viewsOf = undefined;
    this.feed.addEventListener('proposal', this.proposed);
    this.feed.addEventListener('lost', this.proposed);
    this.wholes = [];
    void this.loadWholes(this.twinId);
    void this.loadAutonomy(this.twinId);
  }

  private close(): void {
    this.feed?.removeEventListener('change', this.changed);
    this.feed?.close();
  }

  /** What it is a part of, to go there. */
  private async loadWholes(id: string): Promise<void> {
    try {
      const page = await answer(api.GET('/twins', { params: { query: { part: id, limit: MOST_WHOLES } } }));
      this.wholes = id === this.twinId ? page.items : this.wholes;
    } catch {
      this.wholes = []; // the feed says what is wrong
    }
  }

  private async loadAutonomy(id: string): Promise<void> {
    const found = await accepts(id).catch(() => false); // the feed says what is wrong
    this.accepts = id === this.twinId && found;
  }

  /** Views appear, change and go with their pack; the model then has changed too. */
  private async loadViews(): Promise<void> {
    const type = this.feed?.twin?.type;
    if (!type || document.hidden) {
      return;
    }
    this.viewsOf = type;
    try {
      const views = await knownViews(type);
      this.viewsKnown = true;
      if (views.map(view => view.key).join() !== this.views.map(view => view.key).join()) {
        const first = this.views.length === 0;
        this.views = views;
        if (!first) {
          void this.feed?.load();
        }
      }
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      } // the platform is away: what is shown stays
    }
  }

  protected override render(): TemplateResult {
    const feed = this.feed;
    if (!feed?.twin) {
      return feed?.error
        ? html`<p class="crumbs"><a href=${linkTo(['twins'])}>${t('twins')}</a> /</p>
            <h1>${this.twinId}</h1>
            ${problem(feed.error)}`
        : loading();
    }
    const severity = worst(feed.alarms.values());
    return html`<header class="twin-head">
        <div>
          <p class="crumbs">
            <a href=${linkTo(['twins'])}>${t('twins')}</a> /
            ${this.wholes.map(whole => html`<a href=${linkTo(['twins', whole.id])}>${whole.name}</a> / `)}${feed.twin.type}
          </p>
          <h1>${severity ? severitySign(severity) : nothing} ${feed.twin.name} <small>${feed.twin.id}</small></h1>
        </div>
        <div class="twin-state">
          ${badge(named('status', feed.twin.status), feed.twin.status === 'RUNNING' ? 'plain' : 'warn')}
          ${feed.open ? nothing : badge(t('twin.stale'), 'warn')}${maturity(feed, {
            views: this.views.map(view => view.view),
            proposals: this.proposals.value ?? [],
            isPart: this.wholes.length > 0,
            accepts: this.accepts,
          })}${session.may('ENGINEER') ? html`<a class="button small" href=${linkTo(['site', 'twins', feed.id])}>${t('twin.change')}</a>` : nothing}
        </div>
      </header>
      ${feed.twin.reason ? html`<p class="problem">${feed.twin.reason}</p>` : nothing}${problem(feed.error)}
      <nav class="tabs" aria-label=${t('twin.tabs')}>
        ${this.tabs(feed).map(
          ({ path, title, sign }) =>
            html`<a href=${linkTo(['twins', feed.id, ...path])} aria-current=${path.join('/') === this.tab.join('/') ? 'page' : nothing}
              >${title}${sign ?? nothing}</a
            >`,
        )}
      </nav>
      <div class="tab">${this.content(feed)}</div>`;
  }

  private tabs(feed: TwinFeed): { path: string[]; title: string; sign?: TemplateResult }[] {
    const standing = feed.standing.all().filter(isStanding);
    const open = this.proposals.value?.filter(proposal => proposal.state === 'OPEN').length;
    return [
      { path: [], title: t('tab.now') },
      ...this.views.map(view => ({ path: ['views', view.pack, view.id], title: words(view.title) })),
      { path: ['trends'], title: t('tab.trends') },
      { path: ['alarms'], title: t('alarms'), sign: standing.length ? html` <b class="count">${standing.length}</b>` : undefined },
      ...(feed.twin?.model?.commands.length ? [{ path: ['commands'], title: t('tab.commands') }] : []),
      ...(this.proposals.value?.length
        ? [{ path: ['proposals'], title: t('tab.proposals'), sign: open ? html` <b class="count">${open}</b>` : undefined }]
        : []),
      { path: ['relations'], title: t('relations') },
      { path: ['versions'], title: t('versions') },
      { path: ['notes'], title: t('tab.notes') },
      { path: ['raw'], title: t('tab.raw') },
    ];
  }

  private content(feed: TwinFeed): unknown {
    switch (this.tab[0]) {
      case 'views':
        return this.board(feed, this.tab[1], this.tab[2]);
      case 'trends':
        return html`<g-trends .feed=${feed} .query=${this.query} .views=${this.views}></g-trends>`;
      case 'alarms':
        return html`<g-twin-alarms .feed=${feed}></g-twin-alarms>`;
      case 'commands':
        return html`<g-commands .feed=${feed}></g-commands>`;
      case 'proposals':
        return html`<g-proposals
          .feed=${feed}
          .proposals=${this.proposals.value ?? []}
          @decided=${() => void this.proposals.now()}
        ></g-proposals>`;
      case 'relations':
        return html`<g-relations .twinId=${feed.id}></g-relations>`;
      case 'versions':
        return html`<g-versions .feed=${feed}></g-versions>`;
      case 'notes':
        return html`<g-notes .feed=${feed}></g-notes>`;
      case 'raw':
        return html`<g-raw .feed=${feed}></g-raw>`;
      default:
        return html`<g-now .feed=${feed}></g-now>`;
    }
  }

  /** A changed view is another element: nothing of the old one is left in it. */
  private board(feed: TwinFeed, pack: string | undefined, id: string | undefined): unknown {
    const view = this.views.find(each => each.pack === pack && each.id === id);
    return view
      ? keyed(view.key, html`<g-board .feed=${feed} .view=${view.view} .file=${view.file} .pack=${view.pack}></g-board>`)
      : this.viewsKnown
        ? html`<p class="quiet">${t('view.gone')}</p>`
        : loading();
  }
}
