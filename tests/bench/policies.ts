/**
 * What the four kinds of bots make of their habitats, who wins, and whether training pays in the exam: 200 matches between one bot
 * of each policy. Some are played again by nobody (the same founder, map and secret, no cards), and sit the same exam.
 */
import { BOT_POLICIES, type BotPolicy, botCommands } from '../../shared/sim/bots.ts';
import { VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { totalPoints } from '../../shared/sim/pressures.ts';
import { scoresOf } from '../../shared/sim/scores.ts';
import type { TraitName } from '../../shared/sim/trait-names.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import { examGeneration, type PressureCommand } from '../../shared/sim/world/world.ts';
import { byHabitat, type HeadlessMatch, playHeadless, sitExam } from '../support/headless.ts';
import { type Bench, type BenchRow, row } from './harness.ts';

const MATCHES = 200;
/** The first so many matches are also played without a card. */
const IDLE_MATCHES = 60;
/** Half as long as a usual match (8 rounds), so that 200 of them take minutes. */
const SETTINGS = { habitats: 4, rounds: 4, generationsPerRound: 3 } as const;
/** No policy may win more than half of the matches. */
const MOST_WINS = 50;
/** Habitats that were trained must live through the exam so many times as often as those that were not. */
const LEAST_GAIN = 1.08;
/** Traits of which the bench says how far the policies' habitats are apart. */
const SHOWN: readonly TraitName[] = [
  'size',
  'width',
  'symmetry',
  'surface',
  'muscle',
  'shell',
  'fat',
  'eyes',
  'luminance',
];

/** What became of one habitat in one match. */
interface Part {
  readonly policy: BotPolicy;
  readonly score: number;
  readonly training: number;
  readonly exam: number;
  /** Of the same habitat, had nobody laid a card; null where that was not played. */
  readonly idleExam: number | null;
  /** Per cent of training's newborn that lived. */
  readonly survival: number;
  /** Different cards laid in the match, and points a round. */
  readonly cards: number;
  readonly points: number;
  /** Means over the last generation of training. */
  readonly traits: ReadonlyMap<TraitName, number>;
}

export const bench: Bench = async () => {
  const matches: (readonly Part[])[] = [];
  for (let match = 0; match < MATCHES; match++) matches.push(await playOne(match));
  const parts = (policy: BotPolicy): Part[] => matches.flat().filter((part) => part.policy === policy);
  return [
    ...BOT_POLICIES.map((policy) => winRow(policy, matches)),
    ...BOT_POLICIES.map((policy) => doingsRow(policy, parts(policy))),
    ...SHOWN.map((trait) => traitRow(trait, matches)),
    ...BOT_POLICIES.map((policy) => examRow(`the ${policy}’s`, parts(policy))),
    examRow('all', matches.flat(), LEAST_GAIN),
  ];
};

async function playOne(match: number): Promise<readonly Part[]> {
  const founder = FOUNDERS[match % FOUNDERS.length];
  if (founder === undefined) throw new Error('The library of founders is empty.');
  // Each policy sits in each seat as often as the others.
  const policyOf = (seat: number): BotPolicy => BOT_POLICIES[(seat + match) % BOT_POLICIES.length] ?? 'gardener';
  const laid: PressureCommand[] = [];
  const traits: ReadonlyMap<TraitName, number>[] = [];
  const plan: Omit<HeadlessMatch, 'commandsFor'> = { founder, seed: 1000 + match, settings: SETTINGS };
  const world = await playHeadless({
    ...plan,
    commandsFor(now) {
      const commands = now.habitats.flatMap(({ id }) => botCommands(policyOf(id), now, id, 1000 + match));
      laid.push(...commands.filter((command) => command.kind === 'pressure'));
      return commands;
    },
    onGeneration(played) {
      if (played.births.generation !== examGeneration(played.world.settings) - 1) return;
      traits.push(...byHabitat(played).map((born) => meansOf(born.filter(({ size }) => size >= VIABLE_CELLS))));
    },
  });
  const idle = match < IDLE_MATCHES ? await sitExam({ ...plan, commandsFor: () => [] }, world.examPressures) : null;
  return scoresOf(world).map(({ seat, total, training, exam, survival }): Part => {
    const own = laid.filter((command) => command.seat === seat);
    return {
      policy: policyOf(seat),
      score: total,
      training,
      exam,
      idleExam: idle === null ? null : (scoresOf(idle)[seat]?.exam ?? 0),
      survival,
      cards: new Set(own.map(({ card }) => card)).size,
      points: totalPoints(own) / SETTINGS.rounds,
      traits: traits[seat] ?? new Map(),
    };
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const meansOf = (born: readonly Traits[]): ReadonlyMap<TraitName, number> =>
  new Map(SHOWN.map((trait) => [trait, meanOf(born.map((traits) => traits[trait]))]));

/** Of a match, the share won: whoever has the highest score; who ties shares. */
function winShare(parts: readonly Part[], policy: BotPolicy): number {
  const best = Math.max(...parts.map(({ score }) => score));
  const winners = parts.filter(({ score }) => score === best);
  return winners.filter((part) => part.policy === policy).length / winners.length;
}

function winRow(policy: BotPolicy, matches: readonly (readonly Part[])[]): BenchRow {
  const own = matches.flat().filter((part) => part.policy === policy);
  const mean = (of: (part: Part) => number): number => oneDecimal(meanOf(own.map(of)));
  return row({
    name: `${policy}: matches won, of ${matches.length}`,
    value: 100 * meanOf(matches.map((parts) => winShare(parts, policy))),
    unit: '%',
    bar: { of: 'value', most: MOST_WINS },
    parts: {
      score: mean(({ score }) => score),
      training: mean(({ training }) => training),
      exam: mean(({ exam }) => exam),
    },
  });
}

function doingsRow(policy: BotPolicy, own: readonly Part[]): BenchRow {
  return row({
    name: `${policy}: different cards in a match`,
    value: oneDecimal(meanOf(own.map(({ cards }) => cards))),
    unit: 'cards',
    parts: {
      'points a round': oneDecimal(meanOf(own.map(({ points }) => points))),
      '% lived in training': oneDecimal(meanOf(own.map(({ survival }) => survival))),
    },
  });
}

/** How far the policies' habitats are apart in a trait, in standard deviations between habitats of one founder and match. */
function traitRow(trait: TraitName, matches: readonly (readonly Part[])[]): BenchRow {
  const centred = matches.flatMap((parts) => {
    const values = parts.map(({ traits }) => traits.get(trait) ?? 0);
    return parts.map(({ policy }, at) => ({ policy, value: (values[at] ?? 0) - meanOf(values) }));
  });
  const deviation = Math.sqrt(meanOf(centred.map(({ value }) => value ** 2)));
  const shifts = BOT_POLICIES.map((policy) => {
    const own = centred.filter((each) => each.policy === policy);
    return [policy, meanOf(own.map(({ value }) => value)) / deviation] as const;
  });
  const values = shifts.map(([, value]) => value);
  return row({
    name: `${trait}: the policies’ means, apart by`,
    value: Math.max(...values) - Math.min(...values),
    unit: 'SD of habitats',
    parts: Object.fromEntries(shifts),
  });
}

function examRow(whose: string, parts: readonly Part[], least?: number): BenchRow {
  const compared = parts.flatMap(({ exam, idleExam }) => (idleExam === null ? [] : [{ exam, idleExam }]));
  return row({
    name: `${whose} habitats: lived in the exam, against the same untrained (${IDLE_MATCHES} matches)`,
    value: meanOf(compared.map(({ exam }) => exam)),
    unit: '%',
    baseline: meanOf(compared.map(({ idleExam }) => idleExam)),
    ...(least !== undefined && { bar: { of: 'ratio', least } }),
  });
}
