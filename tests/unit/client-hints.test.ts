import { describe, expect, test } from 'vitest';
import { t } from '../../client/i18n/i18n.ts';
import { HINTS, hintFor, learnedIn, type Situation } from '../../client/ui/learn/hints.ts';

const START: Situation = {
  phase: 'predict',
  round: 0,
  guessing: false,
  answered: false,
  laid: 0,
  ready: false,
  growth: 0,
  looking: false,
  intervening: false,
};

/** Plays through situations as a page does: what is done is known from then on. Returns the hint shown in each. */
function play(situations: readonly Partial<Situation>[]): (string | null)[] {
  const known = new Set<string>();
  let now = START;
  return situations.map((change) => {
    now = { ...now, ...change };
    for (const id of learnedIn(now)) known.add(id);
    return hintFor(known, now)?.id ?? null;
  });
}

describe('learning by doing', () => {
  test('nobody is asked to send a guess of which no part is there', () => {
    const known = new Set(['guess']);
    expect(hintFor(known, START)).toBeNull();
    expect(hintFor(known, { ...START, guessing: true })?.id).toBe('send');
  });

  test('each deed brings the next sentence, where the next thing is to be done', () => {
    expect(
      play([
        { phase: 'predict' },
        { guessing: true },
        { guessing: false, answered: true },
        { phase: 'choose', answered: false },
        { laid: 1 },
        { ready: true },
        { phase: 'grow', ready: false, growth: 0.2 },
        { growth: 1 },
        { phase: 'season' },
        { looking: true },
        { intervening: true },
        { phase: 'reveal', looking: false },
        { ready: true },
        { phase: 'choose', round: 1, ready: false, laid: 0 },
        { laid: 2 },
      ]),
    ).toEqual([
      'guess',
      'send',
      null,
      'lay',
      'ready',
      null,
      'twins',
      null,
      'creature',
      'intervene',
      null,
      'reveal',
      null,
      'again',
      null,
    ]);
  });

  test('who does things without being told is not told', () => {
    expect(play([{ answered: true }, { phase: 'choose', laid: 1, ready: true }, { phase: 'grow', growth: 1 }])).toEqual(
      [null, null, null],
    );
  });

  test('every hint is one short sentence or two', () => {
    for (const { id } of HINTS) {
      const words = t(`hint.${id}`);
      expect(words).not.toContain('hint.');
      expect(words.length).toBeLessThan(90);
    }
  });
});
