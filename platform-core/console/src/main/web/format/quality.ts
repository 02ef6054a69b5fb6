/** The severity of an OPC UA status, which its two highest bits say (OPC 10000-4, 7.39). */
export type Standing = 'good' | 'uncertain' | 'bad';

export function standing(code: number): Standing {
  const severity = Math.floor(code / 2 ** 30) % 4;
  return severity === 0 ? 'good' : severity === 1 ? 'uncertain' : 'bad';
}
