/** Briefs and shared questions in a match without sockets, whose settings are chosen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGrowthPool, type GrowthPool } from '../../server/growth/pool.ts';
import { createMatch } from '../../server/match/create-match.ts';
import type { Match } from '../../server/match/match.ts';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { decodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { briefFor } from '../../shared/sim/briefs/assign.ts';
import type { BriefKind } from '../../shared/sim/briefs/brief.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { SECRET_BYTES } from '../../shared/sim/world/seeds.ts';
import type { Settings } from '../../shared/sim/world/world.ts';
import { untilTrue } from '../support/server.ts';

let folder: string;
let database: MatchRepository;
let growth: GrowthPool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-briefs-'));
  database = await openSqliteRepository(folder);
  growth = createGrowthPool(1);
});
afterEach(async () => {
  await growth.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Settings of a match in which everybody has this brief. */
function settingsWith(kind: BriefKind, founder: string): Settings {
  const size = { habitats: 2, rounds: 2, generationsPerRound: 1, population: 12 };
  for (let mapSeed = 0; mapSeed < 1000; mapSeed++) {
    const settings: Settings = { ...DEFAULT_SETTINGS, ...size, founder, mapSeed, briefs: 'same' };
    if (briefFor(settings, 0)?.kind === kind) return settings;
  }
  throw new Error(`No map gives the brief ${kind}.`);
}

interface Told {
  readonly match: Match;
  /** Goes on to the next phase of that name. */
  comeTo(phase: string): Promise<void>;
}

async function play(kind: BriefKind): Promise<Told> {
  const [founder] = FOUNDERS;
  if (!founder) throw new Error('There is no founder.');
  const match = await createMatch({
    id: 'a-match',
    mode: 'private',
    code: 'ACDEFG',
    world: createWorld(settingsWith(kind, founder.key), founder.genome),
    secret: new Uint8Array(SECRET_BYTES),
    speed: 64,
    timers: false,
    repository: database,
    growth,
    listener: {
      frame: () => {},
      changed: () => {},
      dismissed: () => {},
      placed: () => {},
      said: () => {},
      again: () => Promise.reject(new Error('No other room is wanted here.')),
      deserted: () => {},
      lost: () => {},
      failed: () => {},
      recorded: () => {},
    },
  });
  match.join('one', {});
  let id = 0;
  const comeTo = async (phase: string): Promise<void> => {
    while (match.view().phase !== phase) {
      const before = match.view().phase;
      await match.handle('one', { id: id++, kind: 'pace', action: before === 'lobby' ? 'start' : 'next' });
      await untilTrue(() => match.view().phase !== before);
    }
  };
  return { match, comeTo };
}

const points = (match: Match): number[] => match.view().seats.map(({ briefPoints }) => briefPoints);
/** Per cent that lived through a generation, by habitat. */
const lived = (match: Match, generation: number): number[] =>
  decodeSnapshot(match.snapshot()).history.map((seasons) => {
    const { born, survived } = seasons[generation] ?? { born: 1, survived: Number.NaN };
    return Math.round((100 * survived) / born);
  });

test('who is to survive the unknown is judged by the latest season until the exam, and then by the exam', async () => {
  const { match, comeTo } = await play('surviveUnknown');
  await comeTo('grow');
  expect(points(match)).toEqual([-1, -1]);
  await comeTo('reveal');
  await untilTrue(() => !points(match).includes(-1));
  expect(points(match)).toEqual(lived(match, 0));
  await comeTo('grow');
  // Until the next reveal the points of the last one stand.
  expect(points(match)).toEqual(lived(match, 0));
  await comeTo('over');
  await untilTrue(async () => (await database.readAnswers('a-match')).judgements.length === 6);
  expect(points(match)).toEqual(lived(match, 2));
  const { judgements } = await database.readAnswers('a-match');
  expect(judgements.filter(({ round }) => round === 2).map(({ briefPoints }) => briefPoints)).toEqual(points(match));
  await match.close();
});

test('other briefs are judged at the reveals, and the exam changes nothing about them', async () => {
  const { match, comeTo } = await play('rareMorph');
  await comeTo('reveal');
  await comeTo('predict');
  await comeTo('reveal');
  await untilTrue(() => !points(match).includes(-1));
  const last = points(match);
  await comeTo('over');
  expect(points(match)).toEqual(last);
  const { judgements } = await database.readAnswers('a-match');
  expect(judgements.map(({ round, seat }) => [round, seat])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  await match.close();
});
