import type { Schemas } from '../api/client';
import { numberText } from './number';
import { unitText } from './unit';

export type Sample = Schemas['Sample'];

/** A value as people read it, without its unit; a dash where there is none. */
export function valueText(value: Sample['value'] | undefined, digits?: number): string {
  if (value === undefined || value === null) {
    return '–';
  }
  return typeof value === 'number' ? numberText(value, digits, true) : String(value);
}

/** A value with its unit. */
export function valueWithUnit(sample: Sample | undefined, digits?: number): string {
  if (sample?.value === undefined) {
    return '–';
  }
  const unit = typeof sample.value === 'number' ? unitText(sample.unit) : '';
  return valueText(sample.value, digits) + (unit === '' ? '' : unit === '°' ? unit : ' ' + unit);
}

/** The name of a point without its twin. */
export function pointName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

export function numeric(sample: Sample | undefined): number | undefined {
  return typeof sample?.value === 'number' ? sample.value : undefined;
}
