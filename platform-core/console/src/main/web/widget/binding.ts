import type { TwinFeed } from '../api/feed';
import { standing } from '../format/quality';
import { numeric, valueText, valueWithUnit } from '../format/sample';
import { beyond, SEVERITIES, worst, type Severity } from '../format/severity';
import { language } from '../text/text';

/** Sets what an element of a drawing shows. */
export type Binding = (feed: TwinFeed, seconds: number) => void;

const OPERATORS: Record<string, (a: number, b: number) => boolean> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
};

/** Whether a value is what `data-when` says: `2`, `1,2`, `>5`, `true` or a text. */
export function holds(value: number | boolean | string | undefined, when: string): boolean {
  const compare = /^(>=|<=|>|<)\s*(-?[\d.]+)$/.exec(when.trim());
  if (compare) {
    return typeof value === 'number' && (OPERATORS[compare[1] as string] as (a: number, b: number) => boolean)(value, Number(compare[2]));
  }
  return (
    value !== undefined &&
    when.split(',').some(each => (typeof value === 'number' ? Number(each) === value : each.trim() === String(value)))
  );
}

/** The steps of `data-fill`: `80:MEDIUM 95:HIGH`. */
export function steps(text: string, below: boolean): { value: number; severity: Severity; below: boolean }[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap(step => {
      const [value, severity] = step.split(':');
      return SEVERITIES.includes(severity as Severity) ? [{ value: Number(value), severity: severity as Severity, below }] : [];
    });
}

/** All bindings of one element, one idea each; see docs/pack-views.md. */
export function bindings(element: SVGElement): Binding[] {
  const data = element.dataset;
  const made: Binding[] = [];
  if (data['text']) {
    made.push(text(element, data['text'], data['digits'], data['unit'] !== 'no'));
  }
  if (data['en'] ?? data['ko']) {
    made.push(() => {
      put(element, data[language.value] ?? data['en'] ?? '');
    });
  }
  if (data['rotate'] ?? data['spin'] ?? data['move']) {
    made.push(motion(element, data));
  }
  if (data['level']) {
    made.push(level(element, data['level'], pair(data['range'], [0, 100]), data['from'] === 'left'));
  }
  if (data['fill']) {
    const [point, limits] = [data['fill'], steps(data['steps'] ?? '', data['below'] === 'yes')];
    made.push(feed => {
      const value = numeric(feed.sample(point));
      severity(element, 'f', value === undefined ? undefined : beyond(value, limits));
    });
  }
  if (data['show']) {
    const [point, when] = [data['show'], data['when'] ?? 'true'];
    made.push(feed => element.toggleAttribute('hidden', !holds(feed.sample(point)?.value, when)));
  }
  if (data['quality']) {
    const point = data['quality'];
    made.push(feed => element.classList.toggle('g-doubt', standing(feed.sample(point)?.quality.code ?? 2 ** 31) !== 'good'));
  }
  if (data['alarm']) {
    const names = data['alarm'].split(/\s+/);
    made.push(feed =>
      severity(element, 'a', worst([...feed.alarms.values()].filter(alarm => names.includes('*') || names.includes(alarm.name)))),
    );
  }
  return made;
}

/** True where an element moves although no value changes. */
export function spins(element: SVGElement): boolean {
  return element.dataset['spin'] !== undefined;
}

function text(element: SVGElement, point: string, digits: string | undefined, unit: boolean): Binding {
  const decimals = digits === undefined ? undefined : Number(digits);
  return feed => {
    const sample = feed.sample(point);
    const quality = sample ? standing(sample.quality.code) : 'good';
    put(
      element,
      (unit ? valueWithUnit(sample, decimals) : valueText(sample?.value, decimals)) +
        (quality === 'bad' ? ' ✕' : quality === 'uncertain' ? ' ?' : ''),
    );
    element.classList.toggle('g-doubt', quality !== 'good');
  };
}

function motion(element: SVGElement, data: DOMStringMap): Binding {
  const [cx, cy] = pair(data['center'], [0, 0]);
  const [dx, dy] = pair(data['by'], [0, 0]);
  const range = pair(data['range'], [0, 100]);
  const factor = Number(data['factor'] ?? 1);
  const offset = Number(data['offset'] ?? 0);
  let angle = 0;
  let before = 0;
  return (feed, seconds) => {
    const moves: string[] = [];
    const moved = data['move'] ? numeric(feed.sample(data['move'])) : undefined;
    if (moved !== undefined) {
      const part = share(moved, range);
      moves.push(`translate(${dx * part} ${dy * part})`);
    }
    const turned = data['rotate'] ? numeric(feed.sample(data['rotate'])) : undefined;
    if (turned !== undefined) {
      moves.push(`rotate(${turned * factor + offset} ${cx} ${cy})`);
    }
    const speed = data['spin'] ? numeric(feed.sample(data['spin'])) : undefined;
    if (speed !== undefined) {
      angle = (angle + (before === 0 ? 0 : seconds - before) * 6 * speed * factor) % 360;
      before = seconds;
      moves.push(`rotate(${angle.toFixed(2)} ${cx} ${cy})`);
    }
    element.setAttribute('transform', moves.join(' '));
  };
}

function level(element: SVGElement, point: string, range: [number, number], fromLeft: boolean): Binding {
  const full = {
    y: Number(element.getAttribute('y') ?? 0),
    width: Number(element.getAttribute('width')),
    height: Number(element.getAttribute('height')),
  };
  return feed => {
    const value = numeric(feed.sample(point));
    const part = value === undefined ? 0 : share(value, range);
    if (fromLeft) {
      element.setAttribute('width', String(full.width * part));
    } else {
      element.setAttribute('y', String(full.y + full.height * (1 - part)));
      element.setAttribute('height', String(full.height * part));
    }
  };
}

function severity(element: SVGElement, kind: 'a' | 'f', now: Severity | undefined): void {
  for (const each of SEVERITIES) {
    element.classList.toggle(`g-${kind}-${each}`, each === now);
  }
}

function put(element: SVGElement, words: string): void {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

function share(value: number, [low, high]: [number, number]): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low || 1)));
}

function pair(text: string | undefined, otherwise: [number, number]): [number, number] {
  const [a, b] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return a !== undefined && b !== undefined && Number.isFinite(a) && Number.isFinite(b) ? [a, b] : otherwise;
}
