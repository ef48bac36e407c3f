/**
 * Outcome frames as bytes: what every page is sent, and what recordings keep. At most 8 bytes a creature and generation, births
 * and season together, in habitats of 30 (counted by tests/unit/frames.test.ts).
 *
 * births: 1, tick, commands, seed u32, exam cards, habitats u8, newborn per habitat u8 each, mothers u16 each, fathers u16 each;
 *         3, with the disaster's card between the exam's cards and the habitats, where it strikes;
 *         5 and 7, the same with the seed of noise u32 behind the seed, in branches that draw it apart
 * season: 2, tick, commands, creatures, one bit a creature (1: it died; lowest bit first), for each dead cause u8 and
 *         moment u8, hash 16 bytes
 * commands: how many, then for each seat u8 and card × 4 + level u8, or 224 + intervention u8. Cards alike, without a seat.
 * Numbers without a size are varints (bytes.ts). Format 1 knew neither disasters nor interventions: its frames are frames of this
 * one, format 2, byte for byte. A frame has one spelling only.
 */
import { CARD_IDS, MAX_LEVEL } from '../sim/cards.ts';
import { HASH_BYTES } from '../sim/hash.ts';
import { INTERVENTION_IDS } from '../sim/interventions.ts';
import { SETTING_LIMITS } from '../sim/settings.ts';
import { MAX_COMMANDS } from '../sim/world/commands.ts';
import {
  type BirthFrame,
  type Command,
  type Frame,
  MAX_CREATURES,
  MAX_HABITATS,
  type Pressure,
  type SeasonFrame,
} from '../sim/world/world.ts';
import { createReader, createWriter, DecodeError, type Reader, type Writer } from './bytes.ts';

const KIND = { births: 1, season: 2 } as const;
/** Added to the kind of births: the disaster strikes; noise is drawn apart. */
const SHOCKED = 2;
const NOISE_APART = 4;
const KINDS: ReadonlySet<number> = new Set([1, 2, 3, 5, 7]);
/** In place of a card's byte, where a command is an intervention: this and its place. Cards can be 56 at most. */
const INTERVENTION_BYTES = 224;
/** Ticks of the longest match that settings allow, the exam included. */
const MAX_TICK = 2 * SETTING_LIMITS.rounds[1] * SETTING_LIMITS.generationsPerRound[1] + 1;
const MAX_POPULATION = SETTING_LIMITS.population[1];
/** A valid frame is never longer: 1,200 creatures at 4 bytes, 2,000 commands at 2, and heads. */
export const MAX_FRAME_BYTES = 16_384;

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const writer = createWriter();
  writer.u8(kindOf(frame));
  writer.varint(frame.tick);
  writer.varint(frame.commands.length);
  for (const command of frame.commands) {
    writer.u8(command.seat);
    if (command.kind === 'pressure') writePressure(writer, command);
    else writer.u8(INTERVENTION_BYTES + INTERVENTION_IDS.indexOf(command.intervention));
  }
  if (frame.kind === 'births') writeBirths(writer, frame);
  else writeSeason(writer, frame);
  return writer.done();
}

function kindOf(frame: Frame): number {
  if (frame.kind === 'season') return KIND.season;
  return KIND.births + (frame.shock === null ? 0 : SHOCKED) + (frame.noise === null ? 0 : NOISE_APART);
}

/** Throws a DecodeError on anything that encodeFrame would not have written. */
export function decodeFrame(bytes: Uint8Array): Frame {
  if (bytes.length > MAX_FRAME_BYTES)
    throw new DecodeError(`A frame of ${bytes.length} bytes is longer than any can be.`);
  const reader = createReader(bytes, 'A frame');
  const kind = reader.u8('its kind', 7);
  if (!KINDS.has(kind)) throw new DecodeError('A frame is damaged: there is no such kind.');
  const tick = reader.varint('its tick', MAX_TICK);
  if ((kind === KIND.season) !== (tick % 2 === 1))
    throw new DecodeError('A frame is damaged: its kind and its tick disagree.');
  const commands = Array.from({ length: reader.varint('the number of commands', MAX_COMMANDS) }, () =>
    readCommand(reader, tick),
  );
  const generation = Math.floor(tick / 2);
  const frame: Frame =
    kind !== KIND.season
      ? { kind: 'births', tick, commands, generation, ...readBirths(reader, kind) }
      : { kind: 'season', tick, commands, generation, ...readSeason(reader) };
  reader.end();
  return frame;
}

export function writePressure(writer: Writer, { card, level }: Pressure): void {
  writer.u8(CARD_IDS.indexOf(card) * 4 + level);
}

function readCommand(reader: Reader, tick: number): Command {
  const seat = reader.u8('a seat', MAX_HABITATS - 1);
  const byte = reader.u8('a command', INTERVENTION_BYTES + INTERVENTION_IDS.length - 1);
  const intervention = INTERVENTION_IDS[byte - INTERVENTION_BYTES];
  if (intervention !== undefined) return { tick, seat, kind: 'intervention', intervention };
  return { tick, seat, kind: 'pressure', ...pressureOf(byte) };
}

export const readPressure = (reader: Reader): Pressure => pressureOf(reader.u8('a card', CARD_IDS.length * 4 - 1));

function pressureOf(byte: number): Pressure {
  const card = CARD_IDS[byte >>> 2];
  if (card === undefined) throw new DecodeError('A card is unknown.');
  return { card, level: byte & MAX_LEVEL };
}

function writeBirths(writer: Writer, frame: BirthFrame): void {
  writer.u32(frame.seed);
  if (frame.noise !== null) writer.u32(frame.noise);
  writer.u8(frame.examPressures.length);
  for (const pressure of frame.examPressures) writePressure(writer, pressure);
  if (frame.shock !== null) writePressure(writer, frame.shock);
  writer.u8(frame.counts.length);
  for (const count of frame.counts) writer.u8(count);
  for (const mother of frame.mothers) writer.u16(mother);
  for (const father of frame.fathers) writer.u16(father);
}

type BirthFields = Pick<BirthFrame, 'seed' | 'noise' | 'examPressures' | 'shock' | 'counts' | 'mothers' | 'fathers'>;

function readBirths(reader: Reader, kind: number): BirthFields {
  const seed = reader.u32('the seed');
  const noise = (kind & NOISE_APART) === 0 ? null : reader.u32('the seed of noise');
  const cards = reader.u8('the number of exam cards', CARD_IDS.length);
  const examPressures = Array.from({ length: cards }, () => readPressure(reader));
  const shock = (kind & SHOCKED) === 0 ? null : readPressure(reader);
  const habitats = reader.u8('the number of habitats', MAX_HABITATS);
  const counts = Array.from({ length: habitats }, () => reader.u8('a number of newborn', MAX_POPULATION));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_CREATURES)
    throw new DecodeError(`A frame is damaged: ${total} newborn are more than any world holds.`);
  const parents = (what: string): Uint16Array => Uint16Array.from({ length: total }, () => reader.u16(what));
  return { seed, noise, examPressures, shock, counts, mothers: parents('a mother'), fathers: parents('a father') };
}

function writeSeason(writer: Writer, { causes, moments, hash }: SeasonFrame): void {
  writer.varint(causes.length);
  const dead = new Uint8Array(Math.ceil(causes.length / 8));
  causes.forEach((cause, index) => {
    if (cause !== 0) dead[index >>> 3] = (dead[index >>> 3] ?? 0) | (1 << (index & 7));
  });
  writer.bytes(dead);
  causes.forEach((cause, index) => {
    if (cause === 0) return;
    writer.u8(cause);
    writer.u8(moments[index] ?? 0);
  });
  writer.bytes(hash);
}

function readSeason(reader: Reader): Pick<SeasonFrame, 'causes' | 'moments' | 'hash'> {
  const count = reader.varint('the number of creatures', MAX_CREATURES);
  const dead = reader.bytes('the list of the dead', Math.ceil(count / 8));
  const causes = new Uint8Array(count);
  const moments = new Uint8Array(count);
  for (let index = 0; index < dead.length * 8; index++) {
    if ((((dead[index >>> 3] ?? 0) >>> (index & 7)) & 1) === 0) continue;
    if (index >= count) throw new DecodeError('A frame is damaged: somebody died who was not there.');
    causes[index] = reader.u8('a cause of death');
    moments[index] = reader.u8('a moment of death');
    if (causes[index] === 0) throw new DecodeError('A frame is damaged: a death has no cause.');
  }
  return { causes, moments, hash: reader.bytes('the hash', HASH_BYTES) };
}
