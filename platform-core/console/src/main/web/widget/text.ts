import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { words, type Words } from '../text/text';
import type { Text } from './view';
import { WidgetElement } from './widget';

/** Words, fixed or from a text point. */
@customElement('g-text')
export class TextWidget extends WidgetElement<Text> {
  protected picture(): TemplateResult {
    return html`<div class="prose">
      ${this.words()
        .split(/\n\s*\n/)
        .map(paragraph => html`<p>${paragraph}</p>`)}
    </div>`;
  }

  private words(): string {
    if (!this.spec.point) {
      return words(this.spec.text);
    }
    this.required(this.spec.point);
    const value = this.feed.sample(this.spec.point)?.value;
    if (typeof value === 'string' && value.startsWith('{')) {
      return words(this.feed.document(this.spec.point) as Words);
    }
    return typeof value === 'string' ? value : '–';
  }
}
