/** The catalogues of the interface's languages, flat, and what a language's plurals need. */
import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../../client/i18n/languages.ts';

export const OTHERS: readonly Exclude<Language, 'en'>[] = LANGUAGES.map(({ code }) => code).filter(
  (code) => code !== 'en',
);

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The interface's words, and the lab's, which are loaded with it. */
const FOLDERS = ['', 'lab/'];

/** All texts of a language by their whole key, plural forms apart. */
export function catalogue(language: Language): ReadonlyMap<string, string> {
  return new Map(
    FOLDERS.flatMap((folder) => {
      const file = new URL(`../../client/i18n/${folder}${language}.json`, import.meta.url);
      return texts(JSON.parse(readFileSync(file, 'utf8')), '');
    }),
  );
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
