/** Numbers and dates in a language's own manner. */
import type { Language } from './languages.ts';

/** Digits are those of the charts and the formulas in every language. */
const localeOf = (language: Language): string => (language === 'ar' ? 'ar-u-nu-latn' : language);

const formats = new Map<string, Intl.NumberFormat>();

/** A number with at least `least` and at most `most` decimals. */
export function decimal(language: Language, value: number, least: number, most: number): string {
  const key = `${language} ${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(value);
}

export const whole = (language: Language, value: number): string => decimal(language, value, 0, 0);

/** The day and time of an instant (milliseconds since 1970). */
export const instant = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
