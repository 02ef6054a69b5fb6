import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { severityShape } from '../base/parts';
import { drawingArea } from '../chart/drawing-area';
import { pictureTable } from '../chart/picture-table';
import { linkTo } from '../base/router';
import { numberText } from '../format/number';
import { numeric, valueText } from '../format/sample';
import { worst } from '../format/severity';
import { unitText } from '../format/unit';
import { t, words } from '../text/text';
import { SizedWidget } from './sized';
import { numberIn, textIn, type Row } from './table';
import { heightOf, type MapSpec } from './view';

const MARGIN = 56;
const STEPS = 6;
const GAP = 22;

/** A value of each part, by a point or a column. */
interface Shown {
  point?: string;
  column?: string;
  unit?: string;
}
interface Place {
  row: Row;
  id: string;
  x: number;
  y: number;
}

/** Where the parts stand, north up. */
@customElement('g-map')
export class MapWidget extends SizedWidget<MapSpec> {
  protected picture(): TemplateResult {
    if (this.spec.part) {
      this.feed.wantParts();
    }
    const height = heightOf(this.spec);
    const places = this.places(height);
    const byId = new Map(places.map(each => [each.id, each]));
    return html`${drawingArea(
      { wide: this.wide, height, label: words(this.spec.title), kind: 'map', role: 'group' },
      svg`<defs>
        <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="14" markerHeight="14" orient="auto">
          <path class="head" d="M0 0l8 4-8 4z" />
        </marker>
      </defs>
      ${this.links(byId)} ${places.map(each => this.drawPart(each))} ${this.vector()}
      <g class="north" transform="translate(${this.wide - 26} 30)">
        <path d="M0-16l6 18-6-4-6 4z" />
        <text y="18" text-anchor="middle">N</text>
      </g>
      ${this.scale(height)}`,
    )}
    ${this.table(places)}`;
  }

  private table(places: Place[]): TemplateResult {
    const { colour, heading, number, x, y } = this.spec;
    const shown = [colour, heading === undefined ? undefined : { point: heading }, number].filter(each => each !== undefined);
    const read = ({ id, row }: Place, { point, column }: Shown) => (column ? numberIn(row, column) : numeric(this.of(id, point)));
    const figure = (value: number | undefined) => (value === undefined ? '–' : numberText(value));
    const name = ({ point, column, unit }: Shown) => {
      const spec = point === undefined ? undefined : this.feed.partPoint(this.spec.part ?? '', point);
      return [spec?.title ?? column ?? point, unitText(unit ?? spec?.unit ?? '')].filter(Boolean).join(', ');
    };
    return pictureTable(words(this.spec.title), [t('twin'), `${x}, m`, `${y}, m`, ...shown.map(name)], () =>
      places.map(place => [
        this.feed.parts.get(place.id)?.name ?? place.id,
        ...[x, y].map(column => figure(numberIn(place.row, column))),
        ...shown.map(each => figure(read(place, each))),
      ]),
    );
  }

  private places(height: number): Place[] {
    const raw = this.rows(this.spec).flatMap(row => {
      const [x, y] = [numberIn(row, this.spec.x), numberIn(row, this.spec.y)];
      return x === undefined || y === undefined ? [] : [{ row, id: textIn(row, this.spec.twin), x, y }];
    });
    const [west, east] = [Math.min(...raw.map(each => each.x)), Math.max(...raw.map(each => each.x))];
    const [south, north] = [Math.min(...raw.map(each => each.y)), Math.max(...raw.map(each => each.y))];
    const metre = Math.min((this.wide - 2 * MARGIN) / (east - west || 1), (height - 2 * MARGIN) / (north - south || 1));
    return raw.map(each => ({
      ...each,
      x: this.wide / 2 + (each.x - (west + east) / 2) * metre,
      y: height / 2 - (each.y - (south + north) / 2) * metre,
    }));
  }

  private of(id: string, point: string | undefined) {
    return point === undefined ? undefined : this.feed.parts.get(id)?.sample(point);
  }

  private value({ id, row }: Place): number | undefined {
    const { colour } = this.spec;
    return colour?.column ? numberIn(row, colour.column) : numeric(this.of(id, colour?.point));
  }

  private drawPart(at: Place): TemplateResult {
    const part = this.feed.parts.get(at.id);
    const severity = worst(part?.alarms.values() ?? []);
    const heading = numeric(this.of(at.id, this.spec.heading));
    const { number } = this.spec;
    const shown = number?.column
      ? textIn(at.row, number.column)
      : number?.point
        ? valueText(this.of(at.id, number.point)?.value, number.digits)
        : '';
    const name = part?.name ?? at.id;
    return svg`<a href=${linkTo(['twins', at.id])}><title>${name}</title><g transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})">
      ${heading === undefined ? '' : svg`<path class="rotor" transform="rotate(${heading.toFixed(1)})" d="M-15-9h30M0-9V0"/>`}
      <circle class="part c-${this.step(this.value(at))}" r="8"/>
      ${severity ? svg`<g transform="translate(6 -20)">${severityShape(severity)}</g>` : ''}
      <text class="part-name" y="24" text-anchor="middle">${at.id}</text><text class="part-value" y="38" text-anchor="middle">${shown}</text></g></a>`;
  }

  /** One of the colours of the scale; none where there is no value. */
  private step(value: number | undefined): string {
    const { colour } = this.spec;
    return value === undefined || !colour
      ? 'none'
      : String(Math.max(0, Math.min(STEPS - 1, Math.floor(((value - colour.low) / (colour.high - colour.low)) * STEPS))));
  }

  private links(byId: Map<string, Place>): TemplateResult | typeof nothing {
    const { links } = this.spec;
    if (!links) {
      return nothing;
    }
    const rows = this.rows(links);
    const most = Math.max(...rows.map(row => numberIn(row, links.value) ?? 0), 1e-9);
    return svg`${rows.map(row => {
      const [from, to] = [byId.get(textIn(row, links.from)), byId.get(textIn(row, links.to))];
      const value = numberIn(row, links.value);
      return !from || !to
        ? ''
        : svg`<g class="link"><path stroke-width=${(1 + (5 * (value ?? 0)) / most).toFixed(1)} marker-end="url(#head)"
        d="M${from.x} ${from.y}L${short(from, to)}"/>${
          value === undefined
            ? ''
            : svg`<text
        x=${(from.x + to.x) / 2} y=${(from.y + to.y) / 2 - 4} text-anchor="middle">${numberText(value, 1)} ${unitText(links.unit ?? '')}</text>`
        }</g>`;
    })}`;
  }

  private vector(): TemplateResult | typeof nothing {
    const { vector } = this.spec;
    const direction = vector ? numeric(this.feed.sample(vector.direction)) : undefined;
    if (!vector || direction === undefined) {
      return nothing;
    }
    const speed = this.feed.sample(vector.speed);
    return svg`<g class="wind" transform="translate(40 40)"><path transform="rotate(${direction.toFixed(1)})" d="M0-24V20M-7 11L0 22 7 11"/>
      <text x="32" y="0">${valueText(speed?.value, 1)} ${unitText(speed?.unit ?? '')}</text><text x="32" y="16">${numberText(direction, 0)}°</text></g>`;
  }

  private scale(height: number): TemplateResult | typeof nothing {
    const { colour } = this.spec;
    if (!colour) {
      return nothing;
    }
    const unit = unitText(colour.unit ?? [...this.feed.parts.keys()].map(id => this.of(id, colour.point)?.unit).find(each => each) ?? '');
    return svg`<g class="scale" transform="translate(12 ${height - 22})">${Array.from(
      { length: STEPS },
      (_, index) => svg`<rect class="c-${index}" x=${index * 20} width="20" height="8"/>`,
    )}<text y="20">${numberText(colour.low)}</text>
      <text x=${STEPS * 20} y="20" text-anchor="end">${numberText(colour.high)} ${unit}</text></g>`;
  }
}

/** A place short of the second one, so that the head of the arrow does not lie under its circle. */
function short(from: Place, to: Place): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.max(0, length - GAP) / length;
  return `${(from.x + (to.x - from.x) * share).toFixed(1)} ${(from.y + (to.y - from.y) * share).toFixed(1)}`;
}
