/** `npm run play`: a match without a server, the same on every machine for the same arguments. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { playMatch } from '../../shared/replay/play-match.ts';
import { encodeRecording } from '../../shared/replay/recording.ts';
import { botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { CARD_IDS, CARDS, type CardId } from '../../shared/sim/cards.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { scoresOf } from '../../shared/sim/scores.ts';
import { checkSettings, DEFAULT_SETTINGS, GAMES, SETTING_LIMITS } from '../../shared/sim/settings.ts';
import { allowedOf } from '../../shared/sim/world/commands.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { examGeneration, roundOf, type Settings } from '../../shared/sim/world/world.ts';
import { createGrowthPool } from '../growth/pool.ts';
import { wholeNumber } from './arguments.ts';
import { addSeason, roundLine, type Tally } from './play-line.ts';

const USAGE = `npm run play -- [--seed 1] [--habitats 6] [--rounds 8] [--generations 3] [--population 30]
    [--migration 40] [--founder KEY] [--deck CARD,CARD,…] [--shock] [--game open|drift|sculptor] [--bots] [--record FILE]
  Plays a match without a server: a line a round, then the hash of the last state. The seed decides everything, the secret
  too. Without --bots nobody lays a card. --shock announces a disaster; --game drift sets small habitats against large ones.
  --deck names the cards that may be laid, at least six; without it, all. --record writes the match, for npm run verify and for the replay page.
  Founders: ${FOUNDERS.map(({ key }) => key).join(', ')}`;

interface Arguments {
  readonly settings: Settings;
  readonly seed: number;
  readonly bots: boolean;
  readonly file: string | undefined;
}

/** Throws an Error whose message says what is wrong with the command line. */
function readArguments(): Arguments | null {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      habitats: { type: 'string', default: String(DEFAULT_SETTINGS.habitats) },
      rounds: { type: 'string', default: String(DEFAULT_SETTINGS.rounds) },
      generations: { type: 'string', default: String(DEFAULT_SETTINGS.generationsPerRound) },
      population: { type: 'string', default: String(DEFAULT_SETTINGS.population) },
      migration: { type: 'string', default: String(DEFAULT_SETTINGS.migration) },
      founder: { type: 'string' },
      shock: { type: 'boolean', default: false },
      game: { type: 'string', default: DEFAULT_SETTINGS.game },
      deck: { type: 'string' },
      bots: { type: 'boolean', default: false },
      record: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const limited = (text: string, name: string, [low, high]: readonly [number, number]): number =>
    wholeNumber(text, name, low, high);
  const seed = wholeNumber(values.seed, 'seed', 0, 0xffffffff);
  const founder = values.founder ?? FOUNDERS[seed % FOUNDERS.length]?.key ?? '';
  if (founderByKey(founder) === undefined) {
    throw new RangeError(`There is no founder "${founder}". There are: ${FOUNDERS.map(({ key }) => key).join(', ')}.`);
  }
  const game = GAMES.find((each) => each === values.game);
  if (game === undefined) throw new RangeError(`--game takes one of ${GAMES.join(', ')}, not "${values.game}".`);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    founder,
    habitats: limited(values.habitats, 'habitats', SETTING_LIMITS.habitats),
    rounds: limited(values.rounds, 'rounds', SETTING_LIMITS.rounds),
    generationsPerRound: limited(values.generations, 'generations', SETTING_LIMITS.generationsPerRound),
    population: limited(values.population, 'population', SETTING_LIMITS.population),
    migration: limited(values.migration, 'migration', SETTING_LIMITS.migration),
    mapSeed: seed,
    shock: values.shock,
    game,
    deck: values.deck === undefined ? CARD_IDS : deckOf(values.deck),
  };
  const wrong = checkSettings(settings);
  if (wrong !== null) throw new RangeError(wrong);
  return { settings, seed, bots: values.bots, file: values.record };
}

/** In any order. Throws as readArguments does. */
function deckOf(text: string): readonly CardId[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => !CARD_IDS.some((card) => card === name));
  if (unknown !== undefined) {
    throw new RangeError(`--deck: there is no card "${unknown}". There are: ${CARD_IDS.join(', ')}.`);
  }
  return CARD_IDS.filter((card) => named.includes(card));
}

async function play({ settings, seed, bots, file }: Arguments): Promise<void> {
  const founder = founderByKey(settings.founder);
  if (founder === undefined) return;
  console.log(
    `${founder.name} in ${settings.habitats} habitats, ${settings.rounds} rounds of ${settings.generationsPerRound} generations, seed ${seed}`,
  );
  const growth = createGrowthPool(availableParallelism());
  let tally: Tally = { born: 0, survived: 0 };
  try {
    const { world, recording } = await playMatch({
      settings,
      founderGenome: founder.genome,
      secret: secretFromSeed(seed),
      kernel: growth.kernel,
      growAll: (grown) => growth.growAll(grown),
      commandsFor: (now) =>
        bots
          ? allowedOf(
              now,
              now.habitats.flatMap(({ id }) => botCommands(botPolicyFor(id, seed), now, id, seed)),
            )
          : [],
      onGeneration: (played) => {
        addSeason(tally, played);
        const next = played.births.generation + 1;
        if (next % settings.generationsPerRound !== 0 && next <= examGeneration(settings)) return;
        console.log(roundLine(played, tally));
        tally = { born: 0, survived: 0 };
      },
    });
    if (world.shockCard !== null && world.shockedAt !== null) {
      const round = roundOf(settings, world.shockedAt) + 1;
      console.log(`disaster of the match: ${CARDS[world.shockCard.card].name}, which came in round ${round}`);
    }
    for (const { seat, training, exam, total } of scoresOf(world)) {
      const steward = bots ? botPolicyFor(seat, seed) : 'nobody';
      console.log(`habitat ${seat + 1} (${steward}): training ${training}, exam ${exam}, together ${total}`);
    }
    if (file !== undefined) {
      const bytes = encodeRecording(recording);
      await writeFile(file, bytes);
      console.log(`recorded in ${file} (${bytes.length} bytes)`);
    }
    console.log(`final state ${hexOf(world.hash)}`);
  } finally {
    await growth.close();
  }
}

async function main(): Promise<void> {
  const read = readArguments();
  if (read === null) console.log(USAGE);
  else await play(read);
}

await main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${message}\nnpm run play -- --help tells what there is.`);
  process.exitCode = 1;
});
