import { expect, test } from 'vitest';
import { rangeOf } from '../../client/session/history.ts';
import { createAhead } from '../../client/session/takeaway/ahead.ts';
import { CREATURE_COLUMNS, creatureRows } from '../../client/session/takeaway/creature-table.ts';
import { framesEach, gridFor, momentAt } from '../../client/session/takeaway/film-plan.ts';
import { type Known, knownFrom, measuredGenerations } from '../../client/session/takeaway/generations.ts';
import { granted } from '../../client/session/takeaway/granted.ts';
import { HABITAT_COLUMNS, habitatRows } from '../../client/session/takeaway/habitat-table.ts';
import { inputsOf } from '../../client/session/takeaway/inputs.ts';
import type { Seedling } from '../../client/worker/jobs.ts';
import { decodeRecordingFile, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { causeOf } from '../../shared/sim/causes.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto } from '../../shared/sim/traits.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { FOUNDER_PARENT, NO_TWIN } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, tinyGrow, tinySettings } from '../support/tiny-match.ts';

const settings = tinySettings({ rounds: 3, generationsPerRound: 2, shock: true });
const played = async (): Promise<Recording> =>
  (await playTiny(5, { settings, interveneIn: chanceIntervenes(5) })).recording;

function measureTiny(of: readonly Seedling[]): { done: Promise<Int16Array>; cancel: () => void } {
  const rows = new Int32Array(of.length * TRAITS.length);
  for (const [at, { genome, noiseSeed, conditions }] of of.entries()) {
    measureInto(tinyGrow(genome, noiseSeed, conditions), rows, at * TRAITS.length);
  }
  return { done: Promise.resolve(Int16Array.from(rows)), cancel: () => undefined };
}

async function measuredOf(recording: Recording, known: Known = new Map(), measure = measureTiny) {
  const shares: number[] = [];
  const records = [];
  const options = { known, measure, signal: new AbortController().signal, timeline: openTimeline(recording) };
  for await (const record of measuredGenerations({ ...options, onProgress: (share) => shares.push(share) })) {
    records.push(record);
  }
  return { records, shares };
}

test('every creature of a match becomes a row with the world’s own numbers, however the habitat was fed', async () => {
  const recording = await played();
  const timeline = openTimeline(recording);
  const { records, shares } = await measuredOf(recording);
  expect(records.length).toBe(timeline.generations);
  expect(shares.at(-1)).toBe(1);
  expect([...shares]).toEqual([...shares].sort((a, b) => a - b));
  for (const record of records) {
    const { generation } = record;
    const [born, decided] = [timeline.worldAt(2 * generation + 1), timeline.worldAt(2 * generation + 2)];
    const traits = growWith(tinyGrow, born);
    const rows = creatureRows(record);
    expect(rows.length).toBe(born.creatures.length);
    for (const [index, creature] of decided.creatures.entries()) {
      const row = Object.fromEntries(CREATURE_COLUMNS.map((column, at) => [column, rows[index]?.[at]]));
      expect(row).toMatchObject({
        generation: generation + 1,
        habitat: creature.habitat + 1,
        creature: index + 1,
        place: index - rangeOf(record, creature.habitat)[0] + 1,
        twin: creature.twin === NO_TWIN ? '' : creature.twin + 1,
        mother: creature.mother === FOUNDER_PARENT ? 'founder' : creature.mother + 1,
        father: creature.father === FOUNDER_PARENT ? 'founder' : creature.father + 1,
        cause: causeOf(creature.cause)?.key ?? 'lived',
        'genome (hex)': Buffer.from(creature.genome).toString('hex'),
      });
      const own = traits.subarray(index * TRAITS.length, (index + 1) * TRAITS.length);
      expect(rows[index]?.slice(-TRAITS.length)).toEqual([...own]);
    }
  }
});

test('every column of traits says in what it counts', () => {
  expect(CREATURE_COLUMNS).toContain('cost (food units)');
  expect(CREATURE_COLUMNS).toContain('slenderness (1000ths of a doubling of height over width)');
  expect(new Set(CREATURE_COLUMNS).size).toBe(CREATURE_COLUMNS.length);
  expect(new Set(HABITAT_COLUMNS).size).toBe(HABITAT_COLUMNS.length);
});

test('statistics of habitats add up: who was born, who lived, and who died of what', async () => {
  const recording = await played();
  const timeline = openTimeline(recording);
  const end = timeline.worldAt(timeline.frames.length);
  const { records } = await measuredOf(recording);
  const shocked = [];
  for (const record of records) {
    for (const cells of habitatRows(end, record)) {
      const row = Object.fromEntries(HABITAT_COLUMNS.map((column, at) => [column, cells[at]]));
      const season = end.history[Number(row.habitat) - 1]?.[record.generation];
      expect([row.born, row.survived]).toEqual([season?.born, season?.survived]);
      const died = HABITAT_COLUMNS.filter((column) => column.startsWith('died: '));
      const dead = died.reduce((sum, column) => sum + Number(row[column]), 0);
      expect(dead).toBe(Number(row.born) - Number(row.survived));
      const [start, stop] = rangeOf(record, Number(row.habitat) - 1);
      const sizes = Array.from({ length: stop - start }, (_, at) => record.traits[(start + at) * TRAITS.length] ?? 0);
      const mean = sizes.reduce((sum, value) => sum + value, 0) / sizes.length;
      if (sizes.length > 0) expect(row['mean size (cells)']).toBeCloseTo(mean, 10);
      else expect(row['mean size (cells)']).toBe('');
      expect(row.round).toBe(record.generation === 6 ? 'exam' : Math.floor(record.generation / 2) + 1);
      if (String(row.cards).includes(String(end.shockCard?.card))) shocked.push(record.generation);
    }
  }
  expect(shocked).toContain(end.shockedAt);
});

test('what a page has measured already is not measured again', async () => {
  const recording = await played();
  const first = await measuredOf(recording);
  const known = knownFrom(first.records);
  const again = await measuredOf(recording, known, () => {
    throw new Error('measured again');
  });
  expect(again.records).toEqual(first.records);
});

test('who no longer wants it gets nothing, and their wish is taken back', async () => {
  let taken = 0;
  const never = { done: new Promise<Int16Array>(() => undefined), cancel: () => taken++ };
  const controller = new AbortController();
  const waiting = granted(never, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toThrow();
  await expect(granted(never, controller.signal)).rejects.toThrow();
  expect(taken).toBe(2);
});

test('the inputs tell every command and nothing of anybody, and survive being written down', async () => {
  const recording = await played();
  const file = decodeRecordingFile(encodeRecording(recording));
  const told = JSON.parse(JSON.stringify(inputsOf(file)));
  const commands = recording.frames.flatMap(({ commands }) => commands);
  expect(new Set(commands.map(({ kind }) => kind))).toEqual(new Set(['pressure', 'intervention']));
  expect(told.commands).toEqual(
    commands.map((command) => expect.objectContaining({ ...command, habitat: command.seat + 1 })),
  );
  expect(told.settings).toEqual(recording.settings);
  expect(told.secret).toBe(Buffer.from(recording.secret ?? []).toString('hex'));
  expect(told.founderGenome).toBe(Buffer.from(recording.founderGenome).toString('hex'));
  expect(told.twinfold).toEqual({
    format: file.format,
    mark: Buffer.from(file.mark).toString('hex'),
    kernel: recording.kernel,
  });
  expect(told.exam.length).toBeGreaterThan(0);
  expect(told.disaster.card).toBe(openTimeline(recording).worldAt(recording.frames.length).shockCard?.card);
});

test('what one reader gave up, the next one gets all the same, and the one after it is made meanwhile', async () => {
  const begun: number[] = [];
  const ahead = createAhead(3, (at, signal) => {
    begun.push(at);
    return granted({ done: Promise.resolve(`thing ${at}`), cancel: () => undefined }, signal);
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const given = ahead.want(0, first.signal);
  const wanted = ahead.want(0, second.signal);
  first.abort();
  await Promise.allSettled([given]);
  await wanted;
  expect(ahead.at(0)).toBe('thing 0');
  await ahead.want(1, second.signal);
  expect(ahead.at(1)).toBe('thing 1');
  expect(ahead.at(0)).toBeUndefined();
  await ahead.want(2, second.signal);
  expect(begun.filter((at) => at === 2)).toEqual([2]);
  await expect(ahead.want(0, first.signal)).rejects.toThrow();
});

test('a film of any length shows each generation from all alive to its season’s end', () => {
  for (const generations of [1, 2, 25, 201]) {
    const each = framesEach(generations);
    expect(each).toBeGreaterThanOrEqual(2);
    expect(each * generations).toBeLessThanOrEqual(Math.max(300, 2 * generations));
    for (const generation of [0, generations - 1]) {
      expect(momentAt(generation * each, generations)).toEqual({ generation, season: 0 });
      expect(momentAt((generation + 1) * each - 1, generations)).toEqual({ generation, season: 1 });
    }
  }
});

test('every creature of a habitat finds a place, as large as there is room', () => {
  for (const count of [1, 7, 30, 200]) {
    const { columns, rows, cell } = gridFor(count, 640, 400);
    expect(columns * rows).toBeGreaterThanOrEqual(count);
    expect(Math.max((columns * cell) / 640, (rows * cell) / 400)).toBeLessThanOrEqual(1);
    expect(cell).toBeGreaterThan(25);
  }
  expect(gridFor(1, 640, 400)).toEqual({ columns: 1, rows: 1, cell: 400 });
});
