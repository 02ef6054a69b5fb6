const WORDS: Record<string, string> = {
  '1': '',
  Cel: '°C',
  deg: '°',
  '/min': '1/min',
  '{rpm}': '1/min',
  Ohm: 'Ω',
  umol: 'µmol',
  um: 'µm',
  us: 'µs',
  mo: 'mo',
};
const POWERS: Record<string, string> = { '2': '²', '3': '³', '4': '⁴' };

/** A UCUM code as people write it: `kg/m3` as kg/m³, `kW.h` as kW·h. */
export function unitText(code: string): string {
  return (
    WORDS[code] ??
    code
      .replace(/([A-Za-z])([234])(?!\d)/g, (_, letter: string, power: string) => letter + POWERS[power])
      .replaceAll('.', '·')
      .replace(/\{[^}]*\}/g, '')
  );
}
