/** What lessons say of their plates is held to the bodies that grow for them. */
import { expect, test } from 'vitest';
import { growSilenced } from '../../shared/lab/silence.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { type PlateBody, seedlingOf } from '../../shared/lessons/plate.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import type { Body } from '../../shared/sim/embryo/body.ts';
import { measure, readTraits, type Traits } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();

function grown(body: PlateBody): Body {
  const of = seedlingOf(body);
  if (body.silence) return growSilenced(kernel.beginGrowth, of, body.silence);
  return kernel.grow(of.genome, of.noiseSeed, of.conditions);
}
const traits = (body: PlateBody): Traits => readTraits(measure(grown(body)));

/** The rows of a lesson's plate. */
async function rowsOf(id: Parameters<typeof loadLesson>[0], plate: string): Promise<readonly (readonly PlateBody[])[]> {
  const found = (await loadLesson(id)).plates.find((each) => each.id === plate);
  return found?.rows.map(({ bodies }) => bodies) ?? [];
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('without noise the five bodies of one genome are one body, and with it they are five', async () => {
  const [still = [], , natural = []] = await rowsOf('twins-come-apart', 'noise-dial');
  expect(new Set(still.map((body) => grown(body).join())).size).toBe(1);
  expect(new Set(natural.map((body) => grown(body).join())).size).toBe(5);
});

test('switching off gene 2 or gene 15 takes all eyes of the Saucers on the plate, gene 6 adds some', async () => {
  const rows = await rowsOf('no-gene-for-an-eye', 'one-gene-off');
  const [whole = 0, two, fifteen, six = 0] = rows.map((row) => mean(row.map((body) => traits(body).eyes)));
  expect(whole).toBeGreaterThanOrEqual(2);
  expect([two, fifteen]).toEqual([0, 0]);
  expect(six).toBeGreaterThan(whole);
});

test('gene 2 silent in the head, the middle or the tail does another harm each time', async () => {
  const rows = await rowsOf('same-gene-elsewhere', 'gene-two-silent');
  const means = (trait: keyof Traits): number[] => rows.map((row) => mean(row.map((body) => traits(body)[trait])));
  const [shell = 0, shellHead = 0, , shellTail = 0] = means('shell');
  expect(shellHead - shell).toBeGreaterThan(2 * Math.abs(shellTail - shell));
  const [width = 0, , widthMiddle = 0] = means('width');
  expect(widthMiddle).toBeLessThan(width);
  const [height = 0, heightHead = 0, , heightTail = 0] = means('height');
  expect(Math.max(heightHead, heightTail)).toBeLessThan(height);
});

test('one letter changed shows less, and a turned egg more, than growing again', async () => {
  const [own = [], again = [], , letter = [], egg = []] = await rowsOf('four-metaphors', 'four-tests');
  const apart = (row: readonly PlateBody[]): number =>
    mean(row.map((body, at) => divergence(grown(body), grown(own[at] ?? body))));
  expect(apart(letter)).toBeLessThan(apart(again));
  expect(apart(egg)).toBeGreaterThan(apart(again));
});

test('steady clones live more often in calm years, scattered ones in floods, in the shares that the lesson reckons with', async () => {
  const rows = await rowsOf('steady-or-scattered', 'two-variants');
  const shares = rows.map(([first]) => {
    if (first === undefined) throw new Error('The plate has an empty row.');
    const fins = Array.from({ length: 400 }, (_, at) => traits({ ...first, noiseSeed: at + 1 }).fin);
    const share = (low: number, high: number) => fins.filter((fin) => fin >= low && fin < high).length / fins.length;
    return { calm: share(500, 900), flood: share(900, 1001) };
  });
  // Bodies are the same everywhere, so these are exact; the lesson says 81, 13, 55 and 38 %.
  expect(shares).toEqual([
    { calm: 0.81, flood: 0.1275 },
    { calm: 0.5475, flood: 0.375 },
  ]);
});

test('the sizes that pupils plot are those of the plate', async () => {
  const rows = await rowsOf('how-much-is-heritable', 'pairs');
  const sizes = rows.map((row) => row.map((body) => traits(body).size));
  expect(sizes[0]).toEqual(sizes[2]);
  expect(sizes[0]?.[0]).toBe(433);
  expect(rows.every((row) => row.length === 6)).toBe(true);
});
