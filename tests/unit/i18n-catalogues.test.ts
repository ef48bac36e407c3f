import { describe, expect, test } from 'vitest';
import { blanksOf, catalogue, formsOf, hasForms, OTHERS, plain } from '../support/catalogues.ts';
import { modelWords } from '../support/model-words.ts';
import { refusals, refusingSources } from '../support/words-in-code.ts';

const english = catalogue('en');
const elsewhere = new Map([
  ...modelWords(),
  ...[...refusals(refusingSources())].map(([reason, text]): [string, string] => [`refusal.${reason}`, text]),
]);
/** What English says for a key without its form: in the plural, for several. */
const meaning = new Map([
  ...elsewhere,
  ...[...english]
    .filter(([key]) => !hasForms(key) || key.endsWith('_other'))
    .map(([key, text]) => [plain(key), text] as const),
]);
const counted = new Set([...english.keys()].filter(hasForms).map(plain));

test('English has no word twice: in its catalogue and in the model', () => {
  expect([...english.keys()].filter((key) => elsewhere.has(key))).toEqual([]);
});

test('English has both of its plural forms wherever it counts', () => {
  for (const key of counted) {
    for (const form of formsOf('en')) expect([...english.keys()]).toContain(`${key}_${form}`);
  }
});

describe.each(OTHERS)('the catalogue %s', (language) => {
  const words = catalogue(language);

  test('has every key, in the plural forms that the language needs, and no other', () => {
    const wanted = [...meaning.keys()].flatMap((key) =>
      counted.has(key) ? formsOf(language).map((form) => `${key}_${form}`) : [key],
    );
    expect({
      missing: wanted.filter((key) => !words.has(key)),
      unknown: [...words.keys()].filter((key) => !wanted.includes(key)),
    }).toEqual({ missing: [], unknown: [] });
  });

  test('leaves the same names and numbers to be filled in', () => {
    const wrong = [...words].filter(([key, text]) => {
      const wanted = blanksOf(meaning.get(plain(key)) ?? '');
      const found = blanksOf(text);
      // "One seat": a form for just one number may say it as a word. What the server fills in itself is known to it alone.
      const free = /_(zero|one|two)$/.test(key) || key.startsWith('refusal.');
      return (
        [...found].some((name) => !wanted.has(name) && !free) || (!free && [...wanted].some((name) => !found.has(name)))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('is written in its own language', () => {
    const script = { zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u }[language as string] ?? /\p{Script=Latin}/u;
    const untranslated = [...words].filter(([key, text]) => {
      const bare = text.replace(/\{\{[^}]*\}\}/g, '');
      if (key === 'name' || key === 'join.placeholder' || !/\p{L}{3}/u.test(bare)) return false;
      return !script.test(bare) || (text === meaning.get(plain(key)) && /\p{L}+ \p{L}+ \p{L}+/u.test(text));
    });
    expect(untranslated).toEqual([]);
  });
});
