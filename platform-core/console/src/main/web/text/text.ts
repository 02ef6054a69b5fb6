import { en } from './en';
import { ko } from './ko';

export type Key = keyof typeof en;
export type Language = 'en' | 'ko';
/** A text in all languages, as packs write it. */
export type Words = Partial<Record<string, string>>;
const DICTIONARIES: Record<Language, Record<Key, string>> = { en, ko };
const KEPT = 'gemello.language';

class LanguageChoice extends EventTarget {
  private chosen: Language = 'en';

  get value(): Language {
    return this.chosen;
  }

  set value(language: Language) {
    this.chosen = language;
    localStorage.setItem(KEPT, language);
    document.documentElement.lang = language;
    this.dispatchEvent(new Event('change'));
  }

  /** The one chosen before, else the browser's. */
  begin(): void {
    const kept = localStorage.getItem(KEPT) ?? navigator.language;
    this.value = kept.startsWith('ko') ? 'ko' : 'en';
  }
}

export const language = new LanguageChoice();

/** A text of the console in the chosen language; `{name}` is replaced. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return DICTIONARIES[language.value][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A text of the console whose key is made from an answer; the answer itself where there is none. */
export function named(group: string, name: string): string {
  const key = group + '.' + name;
  return key in DICTIONARIES.en ? t(key as Key) : name;
}

/** A text of a pack in the chosen language, else in English, else in any. */
export function words(texts: Words | undefined): string {
  return texts?.[language.value] ?? texts?.['en'] ?? Object.values(texts ?? {})[0] ?? '';
}
