/** Light, dark, or as the system says. */
export type Theme = 'light' | 'dark' | 'system';
const KEY = 'gemello.theme';

class ThemeChoice extends EventTarget {
  get value(): Theme {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  }

  set value(theme: Theme) {
    localStorage.setItem(KEY, theme);
    this.apply();
  }

  /** The next of the three. */
  turn(): void {
    this.value = this.value === 'system' ? 'dark' : this.value === 'dark' ? 'light' : 'system';
  }

  get dark(): boolean {
    return this.value === 'dark' || (this.value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  apply(): void {
    document.documentElement.dataset['theme'] = this.dark ? 'dark' : 'light';
    this.dispatchEvent(new Event('change'));
  }

  watch(): void {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.apply());
    this.apply();
  }
}

export const theme = new ThemeChoice();

/** A colour of the theme, for what draws on a canvas. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement)
    .getPropertyValue('--' + name)
    .trim();
}
