/**
 * All words of the interface come from the catalogues beside this file, by key. English is in the bundle; another language is
 * loaded when it is chosen. What is said here is said in the language of the moment: a component that asks for words while it
 * is drawn is drawn anew when the language changes.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import i18next from 'i18next';
import en from './en.json' with { type: 'json' };
import type { Language } from './languages.ts';
import { decimal, instant, whole } from './numbers.ts';

const current = signal<Language>('en');
/** The language in which words are said now. */
export const language: ReadonlySignal<Language> = current;

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // The catalogue is in the bundle: words are there before the first drawing.
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** Whether the words of a language are there. */
export const knows = (of: Language): boolean => i18next.hasResourceBundle(of, 'translation');

/** Takes in a language's catalogue. */
export const teach = (of: Language, catalogue: object): void =>
  void i18next.addResourceBundle(of, 'translation', catalogue);

/** Speaks this language from now on; where its words are not known, English is said. */
export function speak(to: Language): void {
  current.value = to;
}

type Values = Readonly<Record<string, string | number>>;

/** The text for a key, with its names and numbers filled in, these as people write them. Plural forms go by `count`. */
export function t(key: string, values: Values = {}): string {
  return i18next.t(key, { ...written(values), lng: current.value });
}

/** The text for a key whose English is not in the catalogue but comes with the thing itself: a card, a cause, a refusal. */
export function tOr(key: string, english: string, values: Values = {}): string {
  return i18next.t(key, { ...written(values), lng: current.value, defaultValue: english });
}

const written = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name !== 'count' && typeof value === 'number' ? number(value) : value,
    ]),
  );

/** A number as people write it: 5,120; up to two decimals where it has some. */
export const number = (value: number): string =>
  Number.isInteger(value) ? whole(current.value, value) : decimal(current.value, value, 0, 2);

/** A number with just so many decimals: 61.0. */
export const fixed = (value: number, decimals: number): string => decimal(current.value, value, decimals, decimals);

/** A share from 0 to 1 as per cent: "37 %". */
export const percent = (share: number): string => t('unit.percent', { value: Math.round(share * 100) });

/** The day and time of an instant (milliseconds since 1970) in the reader's own manner. */
export const dayAndTime = (at: number): string => instant(current.value, at);

/** Several things named one after the other: "frost, drought, and dim light". */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(current.value, { style: 'long', type: 'conjunction' }).format(names);
