import { expect, test } from 'vitest';
import { createKeeping } from '../../server/match/keeping.ts';

/** A disk whose writes end when the test says so. */
function slowDisk() {
  const begun: { readonly state: string; end(error?: Error): void }[] = [];
  const write = (state: string): Promise<void> =>
    new Promise((resolve, reject) => {
      begun.push({ state, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  return { begun, write };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('what changes in one breath is written once, and everybody who waits for it is told', async () => {
  const disk = slowDisk();
  let state = 'one';
  const keeping = createKeeping(() => state, String, disk.write);
  const first = keeping.keep();
  state = 'two';
  const second = keeping.keep();
  await turn();
  expect(disk.begun.map((each) => each.state)).toEqual(['two']);
  disk.begun[0]?.end();
  await Promise.all([first, second]);
  // Nothing has changed since: nothing is to be waited for.
  expect(keeping.keep()).toBeNull();
});

test('what changes during a write is written after it, and waited for', async () => {
  const disk = slowDisk();
  let state = 'one';
  const keeping = createKeeping(() => state, String, disk.write);
  const first = keeping.keep();
  await turn();
  state = 'two';
  const second = keeping.keep();
  let told = false;
  const heard = second?.then(() => {
    told = true;
  });
  await turn();
  expect(disk.begun.length).toBe(1);
  disk.begun[0]?.end();
  await first;
  await turn();
  expect([disk.begun[1]?.state, told]).toEqual(['two', false]);
  disk.begun[1]?.end();
  await heard;
  expect(keeping.keep()).toBeNull();
});

test('what could not be written is told to who waited, and is written at the next asking', async () => {
  const disk = slowDisk();
  const keeping = createKeeping(() => 'one', String, disk.write);
  const first = keeping.keep();
  await turn();
  disk.begun[0]?.end(new Error('The disk is full.'));
  await expect(first).rejects.toThrow('The disk is full.');
  const again = keeping.keep();
  await turn();
  disk.begun[1]?.end();
  await again;
  expect(disk.begun.length).toBe(2);
});
