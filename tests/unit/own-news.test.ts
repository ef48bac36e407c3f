import { expect, test } from 'vitest';
import { ownNews } from '../../server/rooms/own-news.ts';
import type { OwnView } from '../../shared/protocol/messages.ts';

const OWN: OwnView = {
  round: 1,
  question: { kind: 'divergence', habitat: 0 },
  prediction: null,
  outcome: null,
  laid: [{ card: 'frost', level: 1 }],
};

test('a seat is told the whole at first, then only what has changed, and nothing twice', () => {
  expect(ownNews(undefined, OWN)).toEqual(OWN);
  expect(ownNews(OWN, { ...OWN, laid: [{ card: 'frost', level: 1 }] })).toBeNull();
  expect(ownNews(OWN, { ...OWN, laid: [] })).toEqual({ laid: [] });
  const prediction = { kind: 'divergence', low: 1, high: 2 } as const;
  expect(ownNews(OWN, { ...OWN, prediction })).toEqual({ prediction });
  const question = { kind: 'divergence', habitat: 0 } as const;
  expect(ownNews({ ...OWN, prediction }, { ...OWN, round: 2, question })).toEqual({
    round: 2,
    question,
    prediction: null,
  });
});
