import { describe, expect, test } from 'vitest';
import {
  allowanceFor,
  cardsLaid,
  lastFrom,
  momentFor,
  planOf,
  type Question,
  sameCards,
  withCard,
} from '../../client/session/question.ts';
import { momentWords, placeWords, sharedWords, traitWords } from '../../client/ui/whatif/words.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

const match = playTiny(5, { settings: tinySettings({ rounds: 3 }) });
const EXAM = 6;

describe('a question', () => {
  test('can begin at any generation; where cards are changed, where a round opens', async () => {
    const { recording } = await match;
    expect(lastFrom(recording, 'development')).toBe(EXAM);
    expect(lastFrom(recording, 'cards')).toBe(4);
    expect(momentFor(recording, 'heredity', 5)).toBe(5);
    expect(momentFor(recording, 'cards', 5)).toBe(4);
    expect(momentFor(recording, 'cards', EXAM)).toBe(4);
    expect(momentFor(recording, 'tapes', 99)).toBe(EXAM);
    const brokenOff = { ...recording, frames: recording.frames.slice(0, 7) };
    expect(lastFrom(brokenOff, 'development')).toBe(3);
    expect(lastFrom(brokenOff, 'cards')).toBe(2);
  });

  test('begins with the cards that lay there', async () => {
    const { recording } = await match;
    const timeline = openTimeline(recording);
    for (const opening of [0, 2, 4]) {
      for (const habitat of [0, 1, 2]) {
        expect(cardsLaid(recording, opening, habitat)).toEqual(timeline.worldAt(2 * opening + 1).pressures[habitat]);
      }
    }
  });

  test('keeps to the budget and the deck of its match', async () => {
    const settings = tinySettings({ deck: ['hunters', 'frost', 'drought', 'famine', 'jaws', 'parasites'] });
    const laid = withCard(withCard([], 'famine', 2), 'frost', 1);
    const { budget, spent, costs, canRaise } = allowanceFor(settings, laid);
    expect([budget, spent]).toEqual([5, 5]);
    expect(costs.map(([card]) => card)).toEqual(['hunters', 'frost', 'drought', 'jaws', 'famine', 'parasites']);
    expect([canRaise('frost'), canRaise('hunters'), canRaise('currents')]).toEqual([false, false, false]);
    const fewer = withCard(laid, 'famine', 0);
    expect(fewer).toEqual([{ card: 'frost', level: 1 }]);
    expect(allowanceFor(settings, fewer).canRaise('frost')).toBe(true);
    expect(sameCards(laid, [...laid].reverse())).toBe(true);
    expect(sameCards(laid, withCard(laid, 'frost', 2))).toBe(false);
  });

  test('changes one thing only', () => {
    const secret = new Uint8Array(32);
    const question: Question = { change: 'cards', from: 4, habitat: 1, cards: [{ card: 'frost', level: 2 }] };
    const settings = tinySettings({ rounds: 3 });
    expect(planOf(question, settings, secret)).toEqual({
      from: 4,
      anew: null,
      cards: [{ round: 2, habitat: 1, cards: question.cards }],
    });
    expect(planOf({ ...question, change: 'heredity' }, settings, secret)).toEqual({
      from: 4,
      anew: { parts: ['heredity'], secret },
      cards: [],
    });
    expect(planOf({ ...question, change: 'tapes' }, settings, secret).anew?.parts.length).toBe(3);
  });
});

describe('what is said', () => {
  const nothing = {
    ...{ generation: 4, places: 12, sameGenomes: 12, otherFates: 0, apart: 0, traits: 0, most: null },
    ...{ was: { born: 12, survived: 8 }, is: { born: 12, survived: 8 } },
  };

  test('names what is still the same in both histories, and what is not', () => {
    expect(sharedWords(nothing)).toContain('Nothing differs here so far');
    expect(sharedWords({ ...nothing, apart: 0.314 })).toMatch(/differ in 31\s% of their cells: that is the noise/);
    expect(sharedWords({ ...nothing, otherFates: 3 })).toContain('in 3 of 12 places one lived and the other died');
    expect(sharedWords({ ...nothing, sameGenomes: 5, apart: 0.6 })).toContain('still stands in 5 of 12 places');
    expect(sharedWords({ ...nothing, sameGenomes: 0, apart: 0.9 })).toContain('another history');
    expect(sharedWords({ ...nothing, places: 0, sameGenomes: 0, apart: null })).toContain('nobody here to compare');
  });

  test('names the trait that lies farthest apart, and on which side', () => {
    expect(traitWords(nothing)).toBe('');
    expect(traitWords({ ...nothing, most: { trait: 'shell', gap: 1.26 } })).toContain('1.3 standard deviations more');
    expect(traitWords({ ...nothing, most: { trait: 'shell', gap: -0.8 } })).toContain('0.8 standard deviations less');
  });

  test('tells two bodies of one genome from those of two, and the exam from a round', () => {
    const place = { was: null, is: null, twins: false, apart: null };
    expect(placeWords(place)).toContain('Only one of both histories');
    expect(momentWords(tinySettings({ rounds: 3 }), 4)).toBe('Generation 5, round 3');
    expect(momentWords(tinySettings({ rounds: 3 }), EXAM)).toBe('Generation 7, the exam');
  });
});
