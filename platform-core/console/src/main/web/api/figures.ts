import { answer, api } from './client';

const LINE = /^([a-z_:][a-z0-9_:]*)(\{.*\})? (\S+)/i;

/** Figures of the platform by name, those with labels by name and labels; text format of Prometheus, version 0.0.4. */
export function parseFigures(text: string): Map<string, number> {
  return new Map(
    text
      .split('\n')
      .map(line => LINE.exec(line))
      .filter(found => found !== null)
      .map(([, name, labels = '', value]) => [name + labels, Number(value)]),
  );
}

export async function figures(): Promise<Map<string, number>> {
  return parseFigures((await answer(api.GET('/metrics', { parseAs: 'text' }))) as string);
}
