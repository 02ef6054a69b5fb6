import type { ConfigurationKey } from '../api/site';
import { unitText } from '../format/unit';
import { t } from '../text/text';
import { scalar } from './document';

/** A key with a field: `path` is what stands in the document, which for a key of a role is the id of a part. */
export interface ConfigurationField {
  path: string;
  key: ConfigurationKey;
}

/** The fields of a type, those of a role once for each part that has it. */
export function fieldsOf(keys: ConfigurationKey[], parts: (role: string) => string[]): ConfigurationField[] {
  return keys.flatMap(key => (key.role ? parts(key.role).map(part => ({ path: part, key })) : [{ path: key.key, key }]));
}

/** What a person has typed, as it stands in the document. */
export function valueOf({ type }: ConfigurationKey, text: string): unknown {
  return type === 'NUMBER' || type === 'INTEGER' ? scalar(text.trim()) : text;
}

/** What is wrong with what was typed, in words; empty where nothing is. The platform decides once more. */
export function objection(key: ConfigurationKey, text: string): string {
  if (text.trim() === '') {
    return key.required ? t('key.required') : '';
  }
  const { type, low = -Infinity, high = Infinity } = key;
  const isNumber = (part: string, whole = false) => {
    const number = part.trim() === '' ? NaN : Number(part);
    return Number.isFinite(number) && number >= low && number <= high && (!whole || Number.isInteger(number));
  };
  switch (type) {
    case 'NUMBER':
      return isNumber(text) ? '' : t('key.number', { range: rangeText(key) });
    case 'INTEGER':
      return isNumber(text, true) ? '' : t('key.integer', { range: rangeText(key) });
    case 'NUMBERS':
      return text.split(',').every(part => isNumber(part)) ? '' : t('key.numbers', { range: rangeText(key) });
    default:
      return '';
  }
}

/** What is let through, and what holds where nothing is written. */
export function hint(key: ConfigurationKey): string {
  return [
    rangeText(key),
    ...(key.type === 'NUMBERS' ? [t('key.by-commas')] : []),
    ...(key.default ? [t('key.default', { value: [key.default, unitText(key.unit ?? '')].filter(Boolean).join(' ') })] : []),
  ]
    .filter(Boolean)
    .join(' · ');
}

function rangeText({ low, high, unit = '' }: ConfigurationKey): string {
  const [least, most] = [low, high].map(limit => (limit === undefined ? '' : String(limit)));
  const range =
    least && most ? t('key.between', { least, most }) : least ? t('key.least', { least }) : most ? t('key.most', { most }) : '';
  return range && [range, unitText(unit)].filter(Boolean).join(' ');
}
