import { expect, test } from 'vitest';
import { takeTurn } from '../../server/match/turns.ts';

test('between any two turns whatever else has come is done, and they are taken in order', async () => {
  const done: string[] = [];
  let others = 0;
  const other = (): void => {
    others++;
    if (done.length < 5) setImmediate(other);
  };
  setImmediate(other);
  let before = -1;
  await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map(async (room) => {
      await takeTurn();
      expect(others).toBeGreaterThan(before);
      before = others;
      done.push(room);
    }),
  );
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});
