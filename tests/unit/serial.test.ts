import { expect, test } from 'vitest';
import { createSerialWhile } from '../../server/match/serial.ts';

test('who would have waited too long is not served any more, and who comes after them is', async () => {
  let now = 0;
  const serial = createSerialWhile(5_000, () => now);
  const slow = Promise.withResolvers<string>();
  const ran: string[] = [];
  const ask = (name: string) =>
    serial(async () => {
      ran.push(name);
      return name;
    });
  const begun = Promise.withResolvers<void>();
  const first = serial(() => {
    begun.resolve();
    return slow.promise;
  });
  await begun.promise;
  const tooLate = ask('too late');
  now = 1;
  const justInTime = ask('just in time');
  now = 5_001;
  const late = ask('late');
  slow.resolve('slow');
  expect(await Promise.all([first, tooLate, justInTime, late])).toEqual(['slow', null, 'just in time', 'late']);
  expect(ran).toEqual(['just in time', 'late']);
});

test('what goes wrong with one is told to whoever asked for it, and holds up nobody', async () => {
  const serial = createSerialWhile(5_000);
  const wrong = serial(() => Promise.reject(new Error('wrong')));
  const right = serial(async () => 'right');
  await expect(wrong).rejects.toThrow('wrong');
  expect(await right).toBe('right');
});
