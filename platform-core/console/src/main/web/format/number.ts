import { language } from '../text/text';

const SIGNIFICANT = 4;
const SMALLEST = 1e-4;
const LARGEST = 1e9;
const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number with so many decimals, or with four significant digits; whole digits are never rounded away. `steady` keeps zeros at the end, so that
 * a value that changes does not jump about.
 */
export function numberText(value: number, digits?: number, steady = false): string {
  const size = Math.abs(value);
  if (digits === undefined && size !== 0 && (size < SMALLEST || size >= LARGEST)) {
    return value.toExponential(SIGNIFICANT - 1);
  }
  if (digits !== undefined) {
    return format(digits, digits).format(value);
  }
  const decimals = Number.isInteger(value) ? 0 : Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(size)));
  return format(steady ? decimals : 0, decimals).format(value);
}

/** A share from 0 to 1 in hundredths. */
export function percentText(share: number): string {
  return numberText(100 * share, 1) + ' %';
}

/** Bytes in steps of 1024. */
export function bytesText(bytes: number): string {
  const names = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log2(bytes) / 10));
  return numberText(bytes / 1024 ** step, step === 0 ? 0 : 1) + ' ' + names[step];
}

function format(least: number, most: number): Intl.NumberFormat {
  const key = language.value + least + ',' + most;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language.value, { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, found);
  }
  return found;
}
