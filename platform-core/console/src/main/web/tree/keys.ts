import type { Line } from './lines';
import type { TreeModel } from './model';

/** Letters typed one after the other make a word to jump to. */
const WORD_MILLIS = 700;

/** The keys of the ARIA tree pattern beside those that only go up and down. */
export class TreeKeys {
  private word = '';
  private at = -WORD_MILLIS;

  /** @param open what Enter and the space do */
  constructor(
    private readonly tree: TreeModel,
    private readonly open: (line: Line) => void,
  ) {}

  /** @return whether the key has been taken */
  press(event: KeyboardEvent): boolean {
    const { tree } = this;
    const line = tree.lines[tree.active];
    if (!line || event.ctrlKey || event.altKey || event.metaKey) {
      return false;
    }
    if (event.key === 'ArrowRight') {
      this.right(line);
    } else if (event.key === 'ArrowLeft') {
      this.left(line);
    } else if (event.key === '*') {
      tree.turn(...tree.lines.filter(each => each.parent === line.parent && each.open === false));
    } else if (event.key.length === 1 && (event.key !== ' ' || this.isTyping)) {
      this.jump(event.key);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.open(line);
    } else {
      return false;
    }
    return true;
  }

  private right(line: Line): void {
    const { tree } = this;
    if (line.open === false) {
      tree.turn(line);
    } else if (line.open && tree.lines[tree.active + 1]?.parent === tree.active) {
      tree.go(tree.active + 1);
    }
  }

  private left(line: Line): void {
    if (line.open) {
      this.tree.turn(line);
    } else if (line.parent >= 0) {
      this.tree.go(line.parent);
    }
  }

  private get isTyping(): boolean {
    return performance.now() - this.at < WORD_MILLIS;
  }

  /** To the next line that begins with what is typed. */
  private jump(letter: string): void {
    const { tree } = this;
    const fresh = !this.isTyping;
    this.word = (fresh ? '' : this.word) + letter.toLowerCase();
    this.at = performance.now();
    const { length } = tree.lines;
    for (let i = 0; i < length; i++) {
      const at = (tree.active + i + (fresh ? 1 : 0)) % length;
      const line = tree.lines[at];
      if ((line?.twin?.name ?? line?.type ?? '').toLowerCase().startsWith(this.word)) {
        tree.go(at);
        return;
      }
    }
  }
}
