import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { TwinFeed } from '../api/feed';
import { Element } from '../base/element';
import { t } from '../text/text';
import { tableAt, type Row } from './table';
import type { TableRef } from './view';

/** A piece of a view: draws what its twin's feed has, again when that changes. What it cannot draw it says, and the others go on. */
export abstract class WidgetElement<S> extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @property({ attribute: false }) spec!: S;
  private readonly changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.feed.addEventListener('change', this.changed);
    }
  }

  override disconnectedCallback(): void {
    this.feed.removeEventListener('change', this.changed);
    super.disconnectedCallback();
  }

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('feed')) {
      properties.get('feed')?.removeEventListener('change', this.changed);
      this.feed.addEventListener('change', this.changed);
    }
  }

  protected override render(): TemplateResult {
    try {
      return this.picture();
    } catch (error) {
      return html`<p class="quiet">
        ${error instanceof SyntaxError ? t('table.no-json') : error instanceof Error ? error.message : String(error)}
      </p>`;
    }
  }

  protected abstract picture(): TemplateResult;

  /** Title of a point, or its name where the model does not have it. */
  protected titleOf(point: string): string {
    return this.feed.point(point)?.title ?? point;
  }

  /** @throws Error where the twin has no such point */
  protected required(point: string): void {
    if (this.feed.twin?.model && !this.feed.point(point)) {
      throw new Error(t('view.no-point', { point }));
    }
  }

  /** The rows of a table, none before it has come. */
  protected rows(ref: TableRef): Row[] {
    this.required(ref.table);
    const document = this.feed.document(ref.table);
    return document === undefined ? [] : tableAt(document, ref.at);
  }
}
