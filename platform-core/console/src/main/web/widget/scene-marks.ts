import { html, nothing, type TemplateResult } from 'lit';
import type { Object3D } from 'three';
import type { TwinFeed } from '../api/feed';
import { severityShape } from '../base/parts';
import { valueWithUnit } from '../format/sample';
import type { Severity } from '../format/severity';
import type { Body } from '../scene/body';
import { pointOf } from './view';

/** Words and a sign that lie over a picture where something in it is. */
export interface SceneMark {
  what: Object3D;
  text: string;
  /** Below where it is: what is small would else be hidden by its own words. */
  below?: boolean;
  severity?: Severity;
}

/** Labels, and the shape of an alarm beside its colour. */
export function marksOf(bodies: Body[], feed: TwinFeed): SceneMark[] {
  return bodies.flatMap(body => {
    const severity = ownSeverity(body, feed);
    const label = body.node.label && pointOf(body.node.label);
    const sample = label && body.source(feed).sample(label.point);
    const text = sample ? [body.copy?.id, valueWithUnit(sample, label.digits)].filter(Boolean).join(' ') : '';
    return severity || text ? [{ what: body.moving, text, severity, below: body.copy !== undefined }] : [];
  });
}

/** Of the element itself, not of what it hangs on: that has a sign of its own. */
export function ownSeverity(body: Body, feed: TwinFeed): Severity | undefined {
  return body.node.alarms || body.node.fill ? body.judged(feed) : undefined;
}

export function drawMark({ text, severity }: SceneMark): TemplateResult {
  return html`<span class="scene-mark">
    ${severity ? html`<svg class="sign" viewBox="0 0 16 16">${severityShape(severity)}</svg>` : nothing}${text}
  </span>`;
}
