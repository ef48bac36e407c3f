/** Which names people may give themselves, and which names are the same to an eye. */
import { Profanity, ProfanityOptions } from '@2toad/profanity';
import { NAME_LETTERS } from '../../shared/protocol/wire.ts';
import type { Refusal } from './engine.ts';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'ko', 'pt', 'ru', 'zh'];
/** Written without spaces, or with endings and articles joined on: there, and only there, a word is looked for within words. */
const JOINED = ['ar', 'ja', 'zh'];

const filterOf = (languages: readonly string[], wholeWord: boolean): Profanity => {
  const options = new ProfanityOptions();
  options.languages = [...languages];
  options.wholeWord = wholeWord;
  options.unicodeWordBoundaries = wholeWord;
  return new Profanity(options);
};
const words = filterOf(LANGUAGES, true);
const within = filterOf(JOINED, false);
const JOINED_LETTER = /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Far more code units than so many letters can have, accents included: beyond, nothing is looked at any closer. */
const MOST_UNITS = 8 * NAME_LETTERS;
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters with their marks, digits, and what names are joined by. Neither controls nor anything that is not seen. */
const PROPER = /^(?:\p{L}\p{M}{0,3}|[\p{Nd} .'’·-])+$/u;
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Armenian', 'Georgian'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const HAN_OR_KANA_OR_HANGUL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters of other scripts, and signs, that look like a Latin small letter. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', к: 'k', м: 'm', т: 't', н: 'h', в: 'b', ј: 'j', ѕ: 's' },
  ...{ α: 'a', ο: 'o', ρ: 'p', ν: 'v', κ: 'k', τ: 't', υ: 'u', ι: 'i', і: 'i', ı: 'i', l: 'i', '1': 'i' },
  ...{ '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
};

/** What a name looks like: two of the same skeleton are the same to an eye. */
export const skeleton = (name: string): string =>
  [
    ...name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{Nd}]/gu, ''),
  ]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join('');

/** Without accents on Latin letters, with digits read as the letters that they stand for. */
const unmasked = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[0134578]/g, (digit) => (digit === '1' ? 'i' : (LOOK_ALIKES[digit] ?? digit)));

/** Whether a name says what no class should read, in any of the languages known, also s p e l l e d or str3tched. */
function isRude(name: string): boolean {
  const plain = unmasked(name);
  const single = plain.replace(/(\p{L})\1+/gu, '$1');
  const forms = [name, plain, single, plain.replace(/[^\p{L}]/gu, '')];
  return forms.some((form) => words.exists(form) || (JOINED_LETTER.test(form) && within.exists(form)));
}

/**
 * A name as it will be shown, or why it cannot be. `free`: the host names whom they like; only its form is judged then, since a
 * filter may be wrong and a teacher knows the class.
 */
export function judgeName(wanted: string, free = false): { readonly name: string } | Refusal {
  const name = wanted.length > MOST_UNITS ? wanted : wanted.normalize('NFKC').trim().replace(/ +/g, ' ');
  if (name.length > MOST_UNITS || [...letters.segment(name)].length > NAME_LETTERS) {
    return { reason: 'nameLong', error: `A name has at most ${NAME_LETTERS} letters. Choose a shorter one.` };
  }
  if (!PROPER.test(name) || !/\p{L}/u.test(name)) {
    return {
      reason: 'nameSigns',
      error: 'A name is made of letters, with digits, spaces, hyphens and apostrophes between them. Choose another.',
    };
  }
  const scripts = SCRIPTS.filter((script) => script.test(name)).length;
  if (scripts + (HAN_OR_KANA_OR_HANGUL.test(name) ? 1 : 0) > 1) {
    return { reason: 'nameMixed', error: 'A name is written in one alphabet: letters of two look too much alike.' };
  }
  if (!free && isRude(name)) {
    return {
      reason: 'nameRude',
      error: 'That name cannot be used here. Choose another; your teacher can also give you one.',
    };
  }
  return { name };
}
