/** UCUM knows no revolution: from rad/s to a speed that is counted in turns it needs a factor. */
const TURNS: Record<string, number> = { '/s': 1 / (2 * Math.PI), '/min': 60 / (2 * Math.PI) };

/** Keys of a binding that bring a value of the source into the unit of the point. */
export interface UnitKeys {
  unit: string;
  sourceUnit?: string;
  scale?: number;
}

/**
 * What is to be written about units. Where the source does not tell its unit (`1`), it is taken to be that of the point; a person looks at it.
 *
 * @param wanted of the point, UCUM
 * @param told   by the source, UCUM, `1` where it says nothing
 */
export function unitKeys(wanted: string, told: string): UnitKeys {
  if (told === wanted || told === '1' || told === '') {
    return { unit: wanted };
  }
  const scale = told === 'rad/s' ? TURNS[wanted] : undefined;
  return scale === undefined ? { unit: wanted, sourceUnit: told } : { unit: wanted, scale };
}
