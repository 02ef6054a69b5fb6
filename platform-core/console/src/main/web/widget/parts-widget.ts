import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { partsTable } from './parts-table';
import type { Parts } from './view';
import { WidgetElement } from './widget';

/** A row for each part with present values and alarms. */
@customElement('g-parts')
export class PartsWidget extends WidgetElement<Parts> {
  protected picture(): TemplateResult {
    this.feed.wantParts();
    return partsTable(this.feed, { ...this.spec, ids: this.feed.partIds(this.spec.part) });
  }
}
