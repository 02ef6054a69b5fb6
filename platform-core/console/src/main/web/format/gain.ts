import type { Schemas } from '../api/client';
import { numberText } from './number';
import { unitText } from './unit';

/** What something brings, with its interval: `+120 kW (80 … 160)`. */
export function gainText(gain: Schemas['Gain']): string {
  const sign = gain.expected > 0 ? '+' : '';
  return `${sign}${numberText(gain.expected)} ${unitText(gain.unit)} (${numberText(gain.low)} … ${numberText(gain.high)})`;
}
