/**
 * Settings and founder as bytes: the head that snapshots, recordings and the database share.
 *
 * Head of rules 1: the founder's key, habitats, rounds, generations a round, population u8 each, migration, noise u16, map seed u32,
 * the founder's genome. Head of later rules: 0 (no key is empty), the rules u8, the same, with shock, game and briefs u8 each before
 * the genome; from rules 3 on, the deck u32 before it too: bit c stands for CARD_IDS[c].
 */

import { CARD_IDS, type CardId } from '../sim/cards.ts';
import { GENOME_BYTES, type Genome } from '../sim/genome.ts';
import { BRIEFS, checkSettings, GAMES, MAX_FOUNDER_KEY } from '../sim/settings.ts';
import { cardsOf, maskOf } from '../sim/world/exam.ts';
import { DECK_RULES, fullDeck, RULES_VERSION } from '../sim/world/rules.ts';
import type { Settings } from '../sim/world/world.ts';
import { DecodeError, type Reader, type Writer } from './bytes.ts';

/** What a head of rules after the first begins with. */
const LATER = 0;

/** Text of plain letters, digits and the like: its length in one byte, then one byte a letter. */
export function writeAscii(writer: Writer, text: string): void {
  writer.u8(text.length);
  for (const letter of text) writer.u8(letter.charCodeAt(0));
}

export function readAscii(reader: Reader, what: string, longest: number): string {
  return readLetters(reader, what, reader.u8(`the length of ${what}`, longest));
}

const readLetters = (reader: Reader, what: string, length: number): string =>
  String.fromCharCode(...reader.bytes(what, length));

export function writeHeader(writer: Writer, settings: Settings, founderGenome: Genome): void {
  const later = settings.rules > 1;
  if (later) {
    writer.u8(LATER);
    writer.u8(settings.rules);
  }
  writeAscii(writer, settings.founder);
  writer.u8(settings.habitats);
  writer.u8(settings.rounds);
  writer.u8(settings.generationsPerRound);
  writer.u8(settings.population);
  writer.u16(settings.migration);
  writer.u16(settings.noise);
  writer.u32(settings.mapSeed);
  if (later) {
    writer.u8(Number(settings.shock));
    writer.u8(GAMES.indexOf(settings.game));
    writer.u8(BRIEFS.indexOf(settings.briefs));
    if (settings.rules >= DECK_RULES) writer.u32(maskOf(settings.deck));
  }
  writer.bytes(founderGenome);
}

function readRules(reader: Reader): number {
  const rules = reader.u8('the rules');
  if (rules > RULES_VERSION) {
    throw new DecodeError(
      `This match was played by rules ${rules}; this Twinfold knows rules up to ${RULES_VERSION}. A newer Twinfold will open it.`,
    );
  }
  // Rules 1 have a head of their own.
  if (rules < 2) throw new DecodeError(`The settings are damaged. There are no rules ${rules} in this format.`);
  return rules;
}

const FIRST_GAME = { shock: false, game: 'open', briefs: 'none' } as const;

function readGame(reader: Reader): Pick<Settings, 'shock' | 'game' | 'briefs'> {
  const shock = reader.u8('whether a disaster comes', 1) === 1;
  const game = GAMES[reader.u8('the game', GAMES.length - 1)] ?? 'open';
  return { shock, game, briefs: BRIEFS[reader.u8('the briefs', BRIEFS.length - 1)] ?? 'none' };
}

function readDeck(reader: Reader): readonly CardId[] {
  const mask = reader.u32('the deck');
  if (mask > maskOf(CARD_IDS)) throw new DecodeError('The settings are damaged. The deck has a card that is unknown.');
  return cardsOf(mask);
}

/** Throws a DecodeError when the settings are not possible. */
export function readHeader(reader: Reader): { settings: Settings; founderGenome: Genome } {
  const length = reader.u8('the length of the founder’s key', MAX_FOUNDER_KEY);
  const rules = length === LATER ? readRules(reader) : 1;
  const settings: Settings = {
    rules,
    founder:
      rules === 1
        ? readLetters(reader, 'the founder’s key', length)
        : readAscii(reader, 'the founder’s key', MAX_FOUNDER_KEY),
    habitats: reader.u8('the number of habitats'),
    rounds: reader.u8('the number of rounds'),
    generationsPerRound: reader.u8('the number of generations a round'),
    population: reader.u8('the population'),
    migration: reader.u16('migration'),
    noise: reader.u16('noise'),
    mapSeed: reader.u32('the seed of the map'),
    ...(rules === 1 ? FIRST_GAME : readGame(reader)),
    deck: rules < DECK_RULES ? fullDeck(rules) : readDeck(reader),
  };
  const wrong = checkSettings(settings);
  if (wrong !== null) throw new DecodeError(`The settings are damaged. ${wrong}`);
  return { settings, founderGenome: reader.bytes('the founder’s genome', GENOME_BYTES) };
}
