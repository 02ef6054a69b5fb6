import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { linkTo } from '../base/router';
import { t } from '../text/text';
import { DocumentEditor } from './editor';
import type { Content } from './document';

/** The bindings of a twin to a connection as text: what no tag browser can offer. */
@customElement('g-binding-text')
export class BindingText extends DocumentEditor {
  protected readonly kind = 'BINDING';
  protected readonly folder = 'text';
  protected readonly nameKey = 'connection';
  protected override readonly makes = true;

  protected fresh(): Content {
    const [connection = '', twin = ''] = this.name.split('/');
    return { connection, twin, bindings: [{ points: [] }] };
  }

  protected heading(): string {
    const [connection = '', twin = ''] = this.name.split('/');
    return t('bind', { connection, twin });
  }

  protected known(): string[] {
    return [];
  }

  protected fields(): TemplateResult {
    return html`<p class="quiet">${t('bind.text-what')}</p>`;
  }

  protected goesWith(): boolean {
    return false;
  }

  protected place(name: string): string {
    return linkTo(['connections', name.split('/')[0] ?? '']);
  }
}
