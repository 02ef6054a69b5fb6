import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Outcome } from '#module';
import { answer, api } from '../api/client';
import { session } from '../api/session';
import { linkTo } from '../base/router';
import { theme } from '../base/theme';
import { language, t, words } from '../text/text';
import { give } from '../twin/give';
import { ModuleLink, type Wishes } from './module-link';
import { shownState, shownValues } from './module-state';
import { heightOf, type Module } from './view';
import { WidgetElement } from './widget';

const HEIGHT = { least: 80, most: 1200 };

/**
 * A module of a pack in a frame of its own: another origin, no network, no storage; what it may know and wish for is said by the widget
 * and goes through {@link ModuleLink}. See docs/adr/0031-modules-of-packs.md.
 */
@customElement('g-module')
export class ModuleWidget extends WidgetElement<Module> implements Wishes {
  @property() pack = '';
  @property({ attribute: false }) file: (path: string) => Promise<Blob> = () => Promise.reject(new Error());
  @state() private height = 0;
  @state() private running = false;
  @state() private wrong = '';
  @state() private ended = false;
  @state() private start = 0;
  private link?: ModuleLink;
  private asking = false;
  private told = new Map<string, number>();
  private toldState = '';
  private readonly redress = () => this.tell();

  override connectedCallback(): void {
    super.connectedCallback();
    language.addEventListener('change', this.redress);
    theme.addEventListener('change', this.redress);
  }

  /** The frame leaves the page with this element, and the browser ends what runs in it. */
  override disconnectedCallback(): void {
    language.removeEventListener('change', this.redress);
    theme.removeEventListener('change', this.redress);
    this.link?.end();
    this.link = undefined; // where it comes back, so does the frame, anew
    this.running = false;
    super.disconnectedCallback();
  }

  private readonly loaded = async (event: Event) => {
    const frame = (event.target as HTMLIFrameElement).contentWindow;
    if (this.link || !frame) {
      this.failed('left', true); // a second document in the frame: the module has gone elsewhere
      return;
    }
    const link = new ModuleLink(frame, this);
    this.link = link;
    try {
      const code = await (await this.file(this.spec.file)).text();
      const { id, name, type } = this.feed.twin ?? { id: this.feed.id, name: this.feed.id, type: '' };
      this.told.clear();
      const shown = shownState(this.feed, this.spec);
      this.toldState = JSON.stringify(shown);
      link.begin({ kind: 'mount', code, twin: { id, name, type }, state: shown, values: shownValues(this.feed, this.spec, this.told) });
    } catch (error) {
      this.failed(String(error), false);
    }
  };

  /** Only what has changed since it was told. */
  private tell(): void {
    if (!this.running || this.ended) {
      return;
    }
    const shown = shownState(this.feed, this.spec);
    const text = JSON.stringify(shown);
    if (text !== this.toldState) {
      this.told.clear(); // numbers are written after the language
    }
    this.link?.tell(text === this.toldState ? undefined : shown, shownValues(this.feed, this.spec, this.told));
    this.toldState = text;
  }

  mounted(): void {
    this.running = true;
    this.tell();
  }

  failed(text: string, stuck: boolean): void {
    const names = { file: this.spec.file, pack: this.pack };
    this.ended = stuck || !this.running;
    this.wrong = stuck ? t(`module.${text as 'silent' | 'noisy' | 'left'}`, names) : t('module.failed', { ...names, why: text });
    if (this.ended) {
      this.link?.end();
    }
  }

  async command(name: string, values: Record<string, number>): Promise<Outcome> {
    const refuse = (reason: string): Outcome => ({ taken: false, reason });
    const spec = this.spec.commands?.includes(name) ? this.feed.twin?.model?.commands.find(each => each.name === name) : undefined;
    if (this.asking || !(await this.chosen())) {
      return refuse(t('module.not-asked'));
    } else if (!session.may('OPERATOR')) {
      return refuse(t('module.not-yours'));
    } else if (!spec?.parameters.every(each => Object.hasOwn(values ?? {}, each.name) && Number.isFinite(values[each.name]))) {
      return refuse(spec ? t('module.bad-values') : t('module.not-granted', { pack: this.pack, command: name }));
    }
    this.asking = true;
    try {
      if (!(await this.granted(name))) {
        return refuse(t('module.not-granted', { pack: this.pack, command: name }));
      }
      const given = Object.fromEntries(spec.parameters.map(each => [each.name, values[each.name] as number]));
      return (await give(this.feed, spec, given, words(this.spec.title))) ? { taken: true, reason: '' } : refuse(t('module.declined'));
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    } finally {
      this.asking = false;
    }
  }

  /** Whether an administrator has let the pack have this command. */
  private async granted(command: string): Promise<boolean> {
    const { grant } = await answer(api.GET('/packs/{pack}', { params: { path: { pack: this.pack } } }));
    return grant.commands.includes(`${this.feed.twin?.type}: ${command}`);
  }

  /** Whether the person has just clicked or typed in the frame. The module's wish may come before the browser has told of the click. */
  private async chosen(): Promise<boolean> {
    const isChosen = () => navigator.userActivation.isActive && document.activeElement === this.querySelector('iframe');
    for (let i = 0; i < 10 && !isChosen(); i++) {
      await new Promise(resolve => window.setTimeout(resolve, 50));
    }
    return isChosen();
  }

  async trend(points: string[]): Promise<void> {
    const known = points.filter(point => this.spec.points?.includes(point));
    if (known.length > 0 && (await this.chosen())) {
      location.hash = linkTo(['twins', this.feed.id, 'trends'], { points: known.join(',') });
    }
  }

  setHeight(pixels: number): void {
    if (Number.isFinite(pixels)) {
      this.height = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, pixels)));
    }
  }

  private readonly again = () => {
    this.link = undefined;
    this.ended = this.running = false;
    this.wrong = '';
    this.start++;
  };

  protected override updated(): void {
    const frame = this.querySelector('iframe');
    if (frame) {
      frame.style.height = `${this.height || heightOf(this.spec)}px`;
    }
    this.tell();
  }

  protected picture(): TemplateResult {
    return html`${this.wrong
      ? html`<p class="problem" role="alert">
          ${this.wrong}${this.ended ? html` <button class="small" @click=${this.again}>${t('module.again')}</button>` : nothing}
        </p>`
      : nothing}
    ${this.ended
      ? nothing
      : keyed(
          this.start,
          html`<iframe
            class="module"
            title=${words(this.spec.title)}
            sandbox="allow-scripts"
            referrerpolicy="no-referrer"
            src="frame.html"
            @load=${this.loaded}
          ></iframe>`,
        )}
    ${this.running || this.ended ? nothing : html`<p class="quiet" aria-busy="true">${t('module.starting')}</p>`}`;
  }
}
