import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import './conflict';
import './rest';
import type { PlacedError } from '../api/problem';
import { ABSENT, document as read, type SiteDocument, type SiteEdit, type SiteKind } from '../api/site';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import { Change } from './change';
import { at, merged, same, withValue, without, type Content } from './document';
import { effects } from './effects';
import { errorList } from './errors';
import { textField, type TextOptions } from './field';
import { differences, settle, type Difference } from './merge';
import { removed } from './removal';

/** One document of the site in a form: tried dry, saved as it was tried, and where somebody else was faster both versions are shown. */
export abstract class DocumentEditor extends Element {
  /** Of the document; empty for a new one. */
  @property() name = '';
  /** Within another screen, which is told `saved` with the name and goes on from there. */
  @property({ type: Boolean }) embedded = false;
  @state() protected content: Content = {};
  @state() private found?: SiteDocument;
  @state() private ready = false;
  @state() private error?: unknown;
  @state() private conflict?: Difference[];
  @state() private done?: string[];
  /** The keys without a field cannot be read. */
  @state() private garbled = false;
  protected readonly change = new Change(this);

  protected abstract readonly kind: SiteKind;
  /** Where its editors are. */
  protected abstract readonly folder: string;
  /** The key that names it. */
  protected abstract readonly nameKey: string;

  /** Whether a named one that is not there yet is made. */
  protected readonly makes: boolean = false;

  /** What a new one begins with. */
  protected abstract fresh(): Content;
  protected abstract heading(): string;
  /** Fields between the name and the keys without a field. */
  protected abstract fields(): TemplateResult;
  /** Keys that have a field. */
  protected abstract known(): string[];

  /** What stands beside the buttons at the end, such as a test. */
  protected beside(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What else must go when this goes. */
  protected abstract goesWith(binding: string): boolean;

  /** Where it leads to after it was saved. */
  protected abstract place(name: string): string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name')) {
      if (this.found?.name !== this.name) {
        this.done = undefined;
      }
      void this.load();
    }
  }

  private async load(): Promise<void> {
    this.ready = false;
    this.conflict = undefined;
    this.error = undefined;
    this.change.touched();
    try {
      this.found = this.name ? await read(this.kind, this.name) : undefined;
      this.error = this.name && !this.found && !this.makes ? new Error(t('site.gone', { name: this.name })) : undefined;
      this.content = (this.found?.content as Content | undefined) ?? this.fresh();
      this.ready = !this.error;
    } catch (error) {
      this.error = error;
    }
  }

  protected set(path: string, value: unknown): void {
    this.content = withValue(this.content, path, value);
    this.change.touched();
    this.done = undefined;
  }

  protected get errors(): PlacedError[] {
    return this.change.errors;
  }

  private get edits(): SiteEdit[] {
    const name = this.name || String(this.content[this.nameKey] ?? '');
    return [{ kind: this.kind, name, content: this.content, expected: this.found?.revision ?? ABSENT }];
  }

  private readonly tried = async (event: SubmitEvent) => {
    event.preventDefault();
    this.done = undefined;
    await this.change.dryRun(this.edits);
    await this.faster();
  };

  private async save(): Promise<void> {
    const [edit] = this.edits;
    const saved = await this.change.make();
    await this.faster();
    if (saved && edit) {
      this.done = saved.effects;
      this.found = saved.documents.find(each => each.kind === this.kind && each.name === edit.name) ?? (await read(this.kind, edit.name));
      if (this.embedded) {
        this.dispatchEvent(new CustomEvent('saved', { detail: edit.name }));
      } else if (this.name !== edit.name) {
        location.hash = linkTo(['site', this.folder, edit.name]).slice(1);
      }
    }
  }

  /** Where somebody else was faster: reads his version, to be held against this one. */
  private async faster(): Promise<void> {
    if (!this.change.stale) {
      return;
    }
    try {
      const theirs = await read(this.kind, this.name || String(this.content[this.nameKey] ?? ''));
      this.conflict = differences(this.found?.content ?? {}, this.content, theirs?.content ?? {});
      this.found = theirs;
    } catch (error) {
      this.error = error;
    }
  }

  private readonly settled = (event: CustomEvent<Difference[]>) => {
    this.content = settle(this.found?.content ?? {}, event.detail);
    this.conflict = undefined;
    this.change.touched();
  };

  private async takeAway(): Promise<void> {
    try {
      if (this.found && (await removed(this.change, this.found, binding => this.goesWith(binding)))) {
        location.hash = linkTo(['site']).slice(1);
      }
      await this.faster();
    } catch (error) {
      this.error = error;
    }
  }

  /** A field of one key that is a word. */
  protected textField(path: string, label: string, options: TextOptions = {}): TemplateResult {
    return textField(path, label, String(at(this.content, path) ?? ''), this.errors, text => this.set(path, text), options);
  }

  private readonly rest = (event: CustomEvent<Content | undefined>) => {
    this.garbled = event.detail === undefined;
    if (event.detail) {
      const rest = event.detail;
      this.content = this.known().reduce<Content>((content, path) => merged(content, withValue({}, path, at(this.content, path))), rest);
      this.change.touched();
    }
  };

  protected override render(): TemplateResult {
    const rest = without(this.content, this.known());
    const unsaved = !same(this.content, this.found?.content ?? {});
    return html`${
      this.embedded
        ? html`<h2>${this.heading()}</h2>`
        : html`<p class="crumbs"><a href=${linkTo(['site'])}>${t('site')}</a> /</p>
            <h1>${this.heading()}</h1>`
    }
    ${problem(this.error)}
    ${this.conflict ? html`<g-conflict .differences=${this.conflict} @settled=${this.settled}></g-conflict>` : nothing}
    ${
      !this.ready
        ? this.error
          ? nothing
          : loading()
        : html`<form class="panel site-form" @submit=${this.tried}>
              ${errorList(this.errors)}
              <div class="fields">${this.fields()}</div>
              <g-rest .value=${rest} .label=${t('site.rest')} @rest=${this.rest}></g-rest>
              ${problem(this.change.stale ? undefined : this.change.error)}
              ${
                this.change.effects
                  ? effects(t('site.would'), this.change.effects)
                  : effects(t('site.done'), this.done, this.name ? html`<a href=${this.place(this.name)}>${this.name}</a>` : nothing)
              }
              <div class="bar end">
                ${this.beside()}
                ${
                  this.found
                    ? html`<button type="button" class="small" @click=${() => void this.takeAway()}>${t('users.remove')}</button>`
                    : nothing
                }
                <button ?disabled=${this.change.busy || this.garbled || !unsaved}>${t('site.try')}</button>
                <button
                  type="button"
                  class="primary"
                  ?disabled=${this.change.busy || this.garbled || !this.change.effects}
                  @click=${() => void this.save()}
                >
                  ${t('users.save')}
                </button>
              </div>
            </form>
            ${this.below()}`
    }`;
  }

  /** Below the form. */
  protected below(): TemplateResult | typeof nothing {
    return nothing;
  }
}
