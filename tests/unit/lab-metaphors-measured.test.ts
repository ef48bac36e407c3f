/** The committed page of metaphors says what its own functions say today. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawMetaphors } from '../../server/metaphors/page.ts';
import { METAPHORS } from '../../shared/lab/metaphors/encoding.ts';
import { type Measured, summarise, trySpecies, winless, wonBy } from '../../shared/lab/metaphors/measured.ts';
import { MEASURES, TRIAL_NAMES } from '../../shared/lab/metaphors/scores.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { currentKernel } from '../support/kernel.ts';

const file = (name: string): string =>
  readFileSync(new URL(`../../client/public/model/${name}`, import.meta.url), 'utf8');
const measured: Measured = JSON.parse(file('metaphors.json'));

describe('the committed numbers of the metaphors', () => {
  it('are of the kernel in use and of every founder', () => {
    expect(measured.kernel, 'npm run metaphors').toBe(CURRENT_KERNEL);
    expect(measured.species.map(({ key }) => key)).toEqual(FOUNDERS.map(({ key }) => key));
    for (const { table } of measured.species) {
      for (const metaphor of METAPHORS) {
        for (const { key } of MEASURES) expect(Number.isFinite(table[metaphor][key])).toBe(true);
      }
    }
  });

  it('come out again when a species is tried anew', { timeout: 120_000 }, () => {
    const founder = founderByKey('duskdome');
    if (!founder) throw new Error('There is no such founder.');
    expect(trySpecies(currentKernel(), founder)).toEqual(measured.species.find(({ key }) => key === founder.key));
  });

  it('are summed up, and told on the page, as they are', () => {
    expect(summarise(measured.kernel, measured.species)).toEqual(measured);
    expect(file('metaphors.html')).toBe(drawMetaphors(measured));
  });

  it('give each metaphor a trial that it wins, which the text names', () => {
    expect(winless(measured)).toEqual([]);
    const page = file('metaphors.html');
    for (const name of ['Blueprint', 'Program', 'Recipe', 'Generative model']) {
      expect(page).toMatch(new RegExp(`<b>${name}</b> wins: `));
    }
    // Alone, not level with others, and in nearly all species.
    for (const metaphor of METAPHORS) {
      const alone = wonBy(measured, metaphor).filter((key) => measured.winners[key]?.length === 1);
      expect(Math.max(...alone.map((key) => measured.times[key]?.[metaphor] ?? 0)), metaphor).toBeGreaterThan(20);
    }
  });
});

describe('the summing up', () => {
  const table = (value: number) => Object.fromEntries(MEASURES.map(({ key }) => [key, value]));
  const species = (key: string, values: readonly [number, number, number, number]) => ({
    key,
    print: '',
    table: {
      blueprint: table(values[0]),
      program: table(values[1]),
      recipe: table(values[2]),
      model: table(values[3]),
    },
  });

  it('takes medians, counts who was best how often, and says who wins nothing', () => {
    const three = [species('a', [1, 2, 3, 4]), species('b', [9, 2, 3, 4]), species('c', [5, 5, 5, 5])];
    const { medians, winners, times } = summarise('k', three);
    expect(medians.blueprint.true).toBe(5);
    expect(winners.true).toEqual(['blueprint']);
    expect(winners.letters).toEqual(['program']);
    expect(times.true).toEqual({ blueprint: 1, program: 0, recipe: 0, model: 1 });
    expect(winless({ winners })).toEqual(['recipe', 'model']);
    expect(drawMetaphors(summarise('k', three))).toContain('<b>Recipe</b> wins none of these trials.');
  });

  it('has a measure for every trial', () => {
    expect(TRIAL_NAMES.every((trial) => MEASURES.some((measure) => measure.trial === trial))).toBe(true);
  });
});
