import type { Core, ElementDefinition, StylesheetJson } from 'cytoscape';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Element } from '../base/element';
import { colour, theme } from '../base/theme';
import { SEVERITIES, type Severity } from '../format/severity';
import { t } from '../text/text';
import type { Relation } from './relations';

/** A twin in the picture. */
export interface GraphTwin {
  id: string;
  name: string;
  /** Of its worst alarm. */
  severity?: Severity;
  /** Whether it does its work. */
  well: boolean;
}

/** The shapes of the severities, as everywhere. */
const SHAPES = { CRITICAL: 'octagon', HIGH: 'triangle', MEDIUM: 'diamond', LOW: 'ellipse' } as const;
/** Where all of it would be larger than this it is not enlarged any more. */
const WIDEST = 1.3;
/** Cytoscape writes a style element where it finds none with this id; the policy forbids it, and style/graph.css has its one rule. */
const THEIR_STYLE = '__________cytoscape_stylesheet';

/** Twins and what they are composed of, as a picture to move and to enlarge: grey, and coloured where something is abnormal. */
@customElement('g-graph')
export class Graph extends Element {
  @property({ attribute: false }) twins: GraphTwin[] = [];
  @property({ attribute: false }) relations: Relation[] = [];
  /** The twin that it is about. */
  @property() centre = '';
  private core?: Core;
  private building = false;
  /** Whether all of it is to be seen: until somebody has moved or enlarged it. */
  private whole = true;
  private readonly sizes = new ResizeObserver(() => this.whole && this.fit());
  private readonly restyle = () => this.core?.style(styles());

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.restyle);
  }

  override disconnectedCallback(): void {
    theme.removeEventListener('change', this.restyle);
    this.sizes.disconnect();
    this.core?.destroy();
    this.core = undefined;
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('twins') || changed.has('relations') || !this.core) {
      void this.show();
    }
  }

  private async show(): Promise<void> {
    if (this.building) {
      return; // it takes what is there when it has been loaded
    }
    if (!this.core) {
      this.building = true;
      const { default: cytoscape } = await import('cytoscape');
      this.building = false;
      const container = this.querySelector<HTMLElement>('.graph');
      if (!this.isConnected || !container) {
        return;
      }
      this.core = cytoscape({ container, style: styles(), minZoom: 0.1, maxZoom: 3, boxSelectionEnabled: false, autoungrabify: true });
      this.sizes.observe(container);
      this.core.on('dragpan scrollzoom pinchzoom', () => (this.whole = false));
      this.core.on('tap', 'node', event => this.dispatchEvent(new CustomEvent('open', { detail: event.target.id() })));
    }
    this.draw(this.core);
  }

  private draw(core: Core): void {
    const wanted = new Map(this.elements().map(each => [each.data.id as string, each]));
    const same = core.elements().length === wanted.size && core.elements().toArray().every(each => wanted.has(each.id()));
    core.batch(() => {
      if (same) {
        core.nodes().forEach(node => {
          const { data, classes } = wanted.get(node.id()) as ElementDefinition;
          node.data(data).classes(classes as string[]);
        });
      } else {
        core.elements().remove();
        core.add([...wanted.values()]);
      }
    });
    if (!same) {
      core
        .layout({ name: 'breadthfirst', directed: true, spacingFactor: 1.1, avoidOverlap: true, grid: this.twins.length > 40, padding: 24, animate: false })
        .run();
      this.fit();
    }
  }

  /** All of it, but two twins need not fill the screen. */
  private fit(): void {
    const { core } = this;
    this.whole = true;
    core?.resize().fit(undefined, 24);
    if (core && core.zoom() > WIDEST) {
      core.zoom(WIDEST);
      core.center();
    }
  }

  private elements(): ElementDefinition[] {
    return [
      ...this.twins.map(({ id, name, severity, well }) => ({
        data: { id, name },
        classes: [...(severity ? [severity] : []), ...(well ? [] : ['unwell']), ...(id === this.centre ? ['centre'] : [])],
      })),
      ...this.relations.map(({ whole, role, part }) => ({
        data: { id: `${whole}/${role}/${part}`, source: whole, target: part, role },
      })),
    ];
  }

  protected override render(): TemplateResult {
    return html`<template id=${THEIR_STYLE}></template>
      <div class="graph-tools">
        <button class="small" title=${t('trend.closer')} aria-label=${t('trend.closer')} @click=${() => this.zoom(1.4)}>+</button>
        <button class="small" title=${t('trend.wider')} aria-label=${t('trend.wider')} @click=${() => this.zoom(1 / 1.4)}>−</button>
        <button class="small" @click=${() => this.fit()}>${t('graph.fit')}</button>
      </div>
      <div class="graph" role="img" aria-label=${t('graph.label', { twins: this.twins.length, relations: this.relations.length })}></div>`;
  }

  private zoom(factor: number): void {
    const { core } = this;
    this.whole = false;
    core?.zoom({ level: core.zoom() * factor, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } });
  }
}

function styles(): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        label: 'data(name)',
        width: 34,
        height: 22,
        'background-color': colour('body'),
        'border-width': 1.5,
        'border-color': colour('body-edge'),
        color: colour('ink'),
        'font-family': getComputedStyle(document.documentElement).fontFamily,
        'font-size': 13,
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'ellipsis',
        'text-max-width': '120px',
        'min-zoomed-font-size': 7,
      },
    },
    { selector: 'node.centre', style: { 'border-width': 4, 'border-color': colour('on') } },
    { selector: 'node.unwell', style: { 'border-style': 'dashed', 'border-width': 2.5, 'border-color': colour('warn-ink') } },
    ...SEVERITIES.map(severity => ({
      selector: 'node.' + severity,
      style: { shape: SHAPES[severity], width: 34, height: 34, 'background-color': colour('alarm-' + severity) },
    })),
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-color': colour('edge'),
        'target-arrow-color': colour('edge'),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'curve-style': 'bezier',
      },
    },
    { selector: 'node:active', style: { 'overlay-opacity': 0.15 } },
  ];
}
