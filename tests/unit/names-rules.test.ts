import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeName, skeleton } from '../../server/match/name-rules.ts';
import { freshName } from '../../server/match/names.ts';
import { NAME_LETTERS } from '../../shared/protocol/wire.ts';

const reasonOf = (name: string, free = false): string => {
  const judged = judgeName(name, free);
  return 'error' in judged ? judged.reason : '';
};

describe('names that people choose', () => {
  test.each([
    'Ada',
    'José',
    'Zoë-Marie',
    "O'Neill",
    'Иван',
    'محمد',
    '李明',
    'さくら',
    '김민준',
    'अनीता',
    'Ana 2',
    'Kim L.',
  ])('%s is a name', (name) => expect(judgeName(name)).toEqual({ name: name.normalize('NFKC') }));

  test('spaces around and between are put right, and wide letters made plain', () => {
    expect(judgeName('  Ada   Ｌ  ')).toEqual({ name: 'Ada L' });
  });

  test.each([
    ['an empty one', ' '],
    ['a line break', 'Ada\nBen'],
    ['a control character', 'Ada\u0007'],
    ['an invisible one', 'A\u200bda'],
    ['a change of direction', '\u202eadA'],
    ['a heap of accents', 'A\u0301\u0301\u0301\u0301\u0301da'],
    ['mark-up', '<b>Ada</b>'],
    ['a lone surrogate', 'Ada\ud83d'],
    ['digits alone', '1234'],
    ['a picture', '🙂'],
    ['the sign that joins names', 'Ada & Ben'],
  ])('%s is no name', (_, name) => expect(reasonOf(name)).toBe('nameSigns'));

  test('a name is as long as it looks, and not longer than a name may be', () => {
    expect(reasonOf('a'.repeat(NAME_LETTERS))).not.toBe('nameLong');
    expect(judgeName('é'.normalize('NFD').repeat(NAME_LETTERS))).toEqual({ name: 'é'.repeat(NAME_LETTERS) });
    expect(reasonOf('abcdefghij'.repeat(3))).toBe('nameLong');
    expect(reasonOf('x'.repeat(10_000))).toBe('nameLong');
    expect(reasonOf('x'.repeat(10_000), true)).toBe('nameLong');
  });

  test('letters of two alphabets in one name are refused: they look too much alike', () => {
    expect(reasonOf('Adа')).toBe('nameMixed');
    expect(reasonOf('Αda')).toBe('nameMixed');
  });

  test.each([
    'shit',
    'Sh1t',
    'f u c k',
    'fuuuck',
    'mérde',
    'm3rde',
    'Scheiße',
    'puta',
    'caralho',
    'сука',
    '他妈的',
    'شرموطة',
  ])('%s is refused, however it is spelled', (name) => expect(reasonOf(name)).toBe('nameRude'));

  test.each([
    'Grape',
    'Classy',
    'Essex',
    'Scunthorpe',
    'Dickson',
    'Bassam',
    'Kumar',
    'Peter',
    'Titus',
    'علي',
    'فاطمة',
    'يوسف',
    'مريم',
    'خالد',
    'ليلى',
    'عمر',
    'زينب',
    'حسن',
    'كريم',
    'بسمة',
    'نسيم',
    'طارق',
    '王芳',
    'さくら',
  ])('%s is nobody’s insult', (name) => expect(judgeName(name)).toEqual({ name }));

  test('who teaches the class may give a name that the filter takes for another word, not one of wrong form', () => {
    expect(reasonOf('Fanny')).toBe('nameRude');
    expect(judgeName('Fanny', true)).toEqual({ name: 'Fanny' });
    expect(reasonOf('Ada\u0000', true)).toBe('nameSigns');
  });

  test('no text of any kind breaks the judge, and what it lets through has no controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const judged = judgeName(text);
        if ('name' in judged) expect(judged.name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        else expect(judged.error).toMatch(/\.$/);
      }),
    );
  });
});

describe('names that look the same', () => {
  test.each([
    ['Ada', 'ada'],
    ['Ada', 'Ádà'],
    ['Ada', 'A-d a'],
    ['Ivo', 'lvo'],
    ['Bob', '8o8'],
    ['Oscar', '0scar'],
    ['ара', 'apa'],
  ])('%s and %s', (one, two) => expect(skeleton(one)).toBe(skeleton(two)));

  test('others do not', () => {
    expect(skeleton('Ada')).not.toBe(skeleton('Ida'));
    expect(skeleton('李明')).not.toBe(skeleton('李朋'));
  });
});

test('every name that is given would pass, and no two are the same', () => {
  const taken = new Set<string>();
  for (let at = 0; at < 300; at++) {
    const name = freshName(taken);
    expect(judgeName(name)).toEqual({ name });
    taken.add(name);
  }
  expect(new Set([...taken].map(skeleton)).size).toBe(300);
});
