/** Pixels of a character at the size of the charts' texts: Latin, and Hangul and the like. Measuring each would need the page. */
const NARROW = 6.6;
const WIDE = 12.2;
/** Hangul letters, and from here on the scripts of East Asia. */
const HANGUL = [0x1100, 0x1200] as const;
const EAST = 0x2e80;

/** About how wide a text is, in pixels. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (isWide(letter.codePointAt(0) ?? 0) ? WIDE : NARROW), 0);
}

function isWide(code: number): boolean {
  return code >= EAST || (code >= HANGUL[0] && code < HANGUL[1]);
}

/** A name in so many lines at most, broken between words; only what does not fit even so is cut, and ends with an ellipsis. */
export function inLines(text: string, width: number, most = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? line + ' ' + word : word;
    if (line === '' || textWidth(longer) <= width || lines.length === most - 1) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map(each => cut(each, width));
}

function cut(text: string, width: number): string {
  let fitting = text;
  while (fitting.length > 1 && textWidth(fitting) > width) {
    fitting = fitting.slice(0, fitting.endsWith('…') ? -2 : -1) + '…';
  }
  return fitting;
}
