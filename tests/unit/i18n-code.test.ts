import { describe, expect, test } from 'vitest';
import { catalogue, plain } from '../support/catalogues.ts';
import { modelWords } from '../support/model-words.ts';
import { clientSources, keysAsked, literalWords } from '../support/words-in-code.ts';

const sources = clientSources();
const asked = sources.flatMap(keysAsked);
const known = [...new Set([...catalogue('en').keys()].map(plain))];
const ofModel = [...modelWords().keys()];

describe('words for people', () => {
  test('stand in the catalogues, none in the code', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap(literalWords)).toEqual([]);
  });

  test.each([
    ['text of an element', '<p>Plain words</p>', 'Plain words'],
    ['a text worked out', '<p>{lost ? "Gone" : null}</p>', 'Gone'],
    ['a text with a number in it', '<p>{`$' + '{count} left`}</p>', 'left'],
    ['a label', '<button aria-label="Close" />', 'Close'],
    ['a label worked out', '<i title={open ? "Shut it" : t("a.b")} />', 'Shut it'],
    ['a placeholder', '<input placeholder="Your code" />', 'Your code'],
    ['a picture’s text', '<img alt="A twin" />', 'A twin'],
    ['the tab’s title', 'document.title = "Twins";', 'Twins'],
    ['words on the map', 'scene.add.text(0, 0, "Frost");', 'Frost'],
    ['a sentence kept for later', 'const trouble = "The server has gone away.";', 'The server has gone away.'],
  ])('are found in the code when they are planted there: %s', (_what, code, words) => {
    expect(literalWords({ path: 'planted.tsx', text: code }).join()).toContain(words);
  });

  test('are not seen where there are none', () => {
    const text =
      '<p class="quiet">{t("a.b")} · {count} ×<i title={t("c.d")} /></p>; throw new Error("This is a fault.");';
    expect(literalWords({ path: 'planted.tsx', text })).toEqual([]);
  });
});

describe('keys', () => {
  test('that the client asks for are all there', () => {
    expect(asked.filter(({ by }) => by !== '').length).toBeGreaterThan(150);
    const missing = asked.filter(
      ({ by, pattern }) =>
        (by === 't' && !known.some((key) => pattern.test(key))) ||
        (by === 'tOr' && ![...known, ...ofModel].some((key) => pattern.test(key)) && !pattern.test('refusal.over')),
    );
    expect(missing.map(({ path, key }) => `${path} ${key}`)).toEqual([]);
  });

  test('that the client asks for begin with a group that can be read in the code', () => {
    expect(asked.filter(({ by, key }) => by !== '' && key.startsWith('*'))).toEqual([]);
  });

  test('of the catalogue and of the model are all asked for', () => {
    const unused = [...known, ...ofModel].filter((key) => !asked.some(({ pattern }) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('that are missing or unused are found when they are planted', () => {
    const text = 't("lobby.play"); tOr(`card.$' + '{id}.name`, x); t(open ? "a.b" : "c.d"); keep("kept.for.later");';
    const planted = keysAsked({ path: 'planted.ts', text });
    expect(planted.map(({ by, key }) => [by, key])).toEqual([
      ['t', 'lobby.play'],
      ['tOr', 'card.*.name'],
      ['t', 'a.b'],
      ['t', 'c.d'],
      ['', 'kept.for.later'],
    ]);
    expect(planted[1]?.pattern.test('card.frost.name')).toBe(true);
    expect(planted[1]?.pattern.test('card.frost.price')).toBe(false);
  });
});
