import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { countOf, createHistory, genomeOf, isMeasured, rangeOf, seedlingOf } from '../../client/session/history.ts';
import { createMeasuring } from '../../client/session/measuring.ts';
import { remember } from '../../client/session/remembering.ts';
import { createReplaySource } from '../../client/session/replay-source.ts';
import { everyCreature } from '../../client/session/sheet.ts';
import { UNTOLD_CAUSE, veil } from '../../client/session/told.ts';
import { createDeveloper } from '../../client/worker/develop.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { causeOf } from '../../shared/sim/causes.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { TRAIT_INFO } from '../../shared/sim/traits.ts';
import { columnOf, rememberTiny } from '../support/remembered.ts';
import { untilTrue } from '../support/server.ts';
import { playTiny, tinyGrow } from '../support/tiny-match.ts';

const develop = createDeveloper({
  grow: tinyGrow,
  beginGrowth: () => {
    throw new Error('Nobody asked for a film.');
  },
});

describe('what a page remembers', () => {
  test('is every creature of every generation, as the world had it', async () => {
    const { history, generations } = await rememberTiny();
    expect(history.records().map(({ generation }) => generation)).toEqual(generations.map((_, at) => at));
    for (const [generation, { world }] of generations.entries()) {
      const record = history.at(generation);
      if (!record) throw new Error('It is forgotten.');
      expect(record.decided).toBe(true);
      expect([...record.causes]).toEqual(world.creatures.map(({ cause }) => cause));
      expect([...record.mothers]).toEqual(world.creatures.map(({ mother }) => mother));
      world.creatures.forEach((creature, index) => {
        const seedling = seedlingOf(record, index);
        expect(seedling?.genome).toEqual(creature.genome);
        expect(seedling?.noiseSeed).toBe(creature.noiseSeed);
      });
    }
  });

  test('any trait fits the sixteen bits in which it is kept', () => {
    for (const { low, high } of Object.values(TRAIT_INFO)) {
      expect(low).toBeGreaterThanOrEqual(-0x8000);
      expect(high).toBeLessThanOrEqual(0x7fff);
    }
  });

  test('lets the oldest genomes go when there are too many, and keeps their numbers', async () => {
    const { history } = await rememberTiny(1, 0, 80);
    const records = history.records();
    expect(genomeOf(records[0] ?? never(), 0)).toBeNull();
    expect(genomeOf(records.at(-1) ?? never(), 0)).not.toBeNull();
    const held = records.filter(({ genomes }) => genomes).reduce((sum, record) => sum + countOf(record), 0);
    expect(held).toBeLessThanOrEqual(80);
    expect(records.every(isMeasured)).toBe(true);
  });

  test('begins where a late comer came in', async () => {
    const { history } = await rememberTiny(1, 5);
    expect(history.records()[0]?.generation).toBe(2);
  });

  test('of a replay is all of it, wherever one is, so that what comes next is grown ahead', async () => {
    const { recording } = await playTiny();
    const timeline = openTimeline(recording);
    const source = createReplaySource({ timeline, id: '', names: [], now: () => 0 });
    const history = createHistory();
    const stop = remember(source, history);
    source.playback.seek(3);
    await untilTrue(
      () => history.records().length === timeline.generations && history.records().every((each) => each.decided),
    );
    stop();
    source.close();
    expect(history.records().map(({ generation }) => generation)).toEqual([...Array(timeline.generations).keys()]);
  });

  test('is a table of every creature, with the model’s own numbers', async () => {
    const { history, generations } = await rememberTiny();
    const { headers, rows } = everyCreature(history.records(), 1);
    const sizes = rows.filter(([generation]) => generation === 3).map((row) => row[headers.indexOf('size')]);
    const third = generations[2] ?? never();
    expect(sizes).toEqual(columnOf(third.world, third.rows, 1, 'size'));
  });
});

describe('in a game of guessing', () => {
  test('a rival’s cards and causes of death are not told; who died is', async () => {
    const { history } = await rememberTiny();
    const record = history.at(1) ?? never();
    const told = veil(record, [false, true, false]);
    const [start, end] = rangeOf(record, 1);
    const dead = [...record.causes].map((cause) => cause !== 0);
    expect([...told.causes].map((cause) => cause !== 0)).toEqual(dead);
    expect(dead.slice(start, end)).toContain(true);
    for (let index = start; index < end; index++) expect([0, UNTOLD_CAUSE]).toContain(told.causes[index]);
    expect([...told.causes.subarray(0, start)]).toEqual([...record.causes.subarray(0, start)]);
    expect(told.pressures[1]).toBeNull();
    expect(told.pressures[0]).toEqual(record.pressures[0]);
    expect(causeOf(UNTOLD_CAUSE)).toBeNull();
    const { headers, rows } = everyCreature([told], 1);
    expect(new Set(rows.map((row) => row[headers.indexOf('cause')]))).toEqual(new Set(['lived', 'died']));
  });
});

describe('measuring in the background', () => {
  test('measures all creatures, a few at a time, exactly as the server does, and says how far it is', async () => {
    const { generations } = await rememberTiny();
    const history = createHistory();
    const batches: number[] = [];
    const measuring = createMeasuring(history, (of) => {
      batches.push(of.length);
      const rows = develop({ kind: 'measure', of });
      if (!(rows instanceof Int32Array)) throw new Error('These are no rows.');
      return { cancel() {}, done: Promise.resolve(Int16Array.from(rows)) };
    });
    for (const { world } of generations) history.keep(world);
    const all = generations.reduce((sum, { world }) => sum + world.creatures.length, 0);
    expect(measuring.progress.value).toMatchObject({ measured: 0, total: all });
    await untilTrue(() => measuring.progress.value.measured === all);
    measuring.close();
    expect(Math.max(...batches)).toBeLessThanOrEqual(12);
    for (const [generation, { rows }] of generations.entries()) {
      expect([...(history.at(generation)?.traits ?? [])]).toEqual([...rows]);
    }
    expect(TRAITS.length).toBe(22);
  });

  test('says so when bodies cannot be grown, and asks no more', async () => {
    const { generations } = await rememberTiny();
    const history = createHistory();
    const asked = signal(0);
    const measuring = createMeasuring(history, () => {
      asked.value++;
      return { cancel() {}, done: Promise.reject(new Error('no worker')) };
    });
    for (const { world } of generations) history.keep(world);
    await untilTrue(() => measuring.progress.value.trouble === 'no worker');
    expect(asked.value).toBe(1);
    measuring.close();
  });
});

function never(): never {
  throw new Error('It is not there.');
}
