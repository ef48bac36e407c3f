/** The catalogues of the interface's languages, flat, and what a language's plurals need. */
import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../../client/i18n/languages.ts';

export const OTHERS: readonly Exclude<Language, 'en'>[] = LANGUAGES.map(({ code }) => code).filter(
  (code) => code !== 'en',
);

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** All texts of a catalogue by their whole key, plural forms apart. */
export function catalogue(language: Language): ReadonlyMap<string, string> {
  const tree: unknown = JSON.parse(
    readFileSync(new URL(`../../client/i18n/${language}.json`, import.meta.url), 'utf8'),
  );
  return new Map(texts(tree, ''));
}

function texts(node: unknown, key: string): [string, string][] {
  if (typeof node === 'string') return [[key, node]];
  return Object.entries(node ?? {}).flatMap(([name, child]) => texts(child, key ? `${key}.${name}` : name));
}

/** A key without its plural form. */
export const plain = (key: string): string => key.replace(PLURAL, '');
export const hasForms = (key: string): boolean => PLURAL.test(key);

/** Counts in this game stay below this: forms for millions are not asked for. */
const HIGHEST_COUNT = 6000;

/** The plural forms that the counts of this game need in a language. */
export function formsOf(language: Language): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: HIGHEST_COUNT }, (_, count) => rules.select(count)))];
}

/** The names of what a text leaves to be filled in. */
export const blanksOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? ''));
