/** All words of the interface come from the catalogues beside this file, by key. */
import i18next from 'i18next';
import en from './en.json' with { type: 'json' };

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // The catalogue is in the bundle: words are there before the first drawing.
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The text for a key, with its numbers and names filled in. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return i18next.t(key, values);
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A number as people write it: 5,120. */
export const number = (value: number): string => whole.format(value);

/** A share from 0 to 1 as per cent: "37 %". */
export const percent = (share: number): string => t('unit.percent', { value: whole.format(share * 100) });

/** The day and time of an instant (milliseconds since 1970) in the reader's own manner. */
export const dayAndTime = (at: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** The text for a key that the model has words of its own for, in English; other languages have them in their catalogues. */
export function tOr(key: string, english: string): string {
  return i18next.t(key, { defaultValue: english });
}
