/**
 * A whole world as bytes, for who joins late and for resuming: settings, table, history and every creature, the genomes as
 * differences from the founder's, all deflated. A world of 1,200 creatures takes less than 400 KB.
 *
 * Format 2: 'T' 'F' 'S' 2, then raw deflate of: header (header.ts), tick, the disaster's generation + 1 (0: not yet), interventions of
 * the round (seat u8, which u8, tick each), exam cards, cards per habitat, history per
 * habitat (born, survived, points a season), card sets played, creatures per habitat, for each creature mother u16,
 * father u16, cause u8, moment u8, noise seed u32, then all genomes XOR the founder's, then the hash. Stage, generation and
 * twins follow from the rest.
 */
import { deflateSync } from 'fflate';
import { CARD_IDS } from '../sim/cards.ts';
import { causeOf } from '../sim/causes.ts';
import { GENOME_BYTES, type Genome } from '../sim/genome.ts';
import { HASH_BYTES } from '../sim/hash.ts';
import { INTERVENTION_IDS, MAX_INTERVENTIONS } from '../sim/interventions.ts';
import { createWorld } from '../sim/world/create.ts';
import { carryingCapacity } from '../sim/world/duel.ts';
import { twinOf } from '../sim/world/heredity.ts';
import {
  type Creature,
  examGeneration,
  FOUNDER_PARENT,
  type Intervention,
  MAX_CREATURES,
  type Pressure,
  type SeasonRecord,
  type Settings,
  type Stage,
  type World,
} from '../sim/world/world.ts';
import { createReader, createWriter, DecodeError, type Reader, type Writer } from './bytes.ts';
import { readPressure, writePressure } from './frames.ts';
import { readHeader, writeHeader } from './header.ts';
import { inflateAtMost } from './inflate.ts';

const MAGIC = [0x54, 0x46, 0x53, 2] as const;
const SUBJECT = 'The world’s snapshot';
/** What 1,200 creatures, 201 seasons of 40 habitats and all else can come to, with room. */
const MAX_UNPACKED = 600_000;
/** Longer ones are not looked at. */
export const MAX_SNAPSHOT_BYTES = 600_000;
const MAX_PLAYED = 1 << CARD_IDS.length;

export function encodeSnapshot(world: World): Uint8Array<ArrayBuffer> {
  const writer = createWriter();
  writeHeader(writer, world.settings, world.founderGenome);
  writer.varint(world.tick);
  writer.varint(world.shockedAt === null ? 0 : world.shockedAt + 1);
  writer.varint(world.interventions.length);
  for (const { seat, intervention, tick } of world.interventions) {
    writer.u8(seat);
    writer.u8(INTERVENTION_IDS.indexOf(intervention));
    writer.varint(tick);
  }
  writeCards(writer, world.examPressures);
  for (const pressures of world.pressures) writeCards(writer, pressures);
  for (const seasons of world.history) {
    for (const { born, survived, points } of seasons) for (const value of [born, survived, points]) writer.u8(value);
  }
  writer.varint(world.played.length);
  for (const mask of world.played) writer.varint(mask);
  for (const { id } of world.habitats) writer.u8(world.creatures.filter(({ habitat }) => habitat === id).length);
  for (const creature of world.creatures) {
    writer.u16(creature.mother);
    writer.u16(creature.father);
    writer.u8(creature.cause);
    writer.u8(creature.moment);
    writer.u32(creature.noiseSeed);
  }
  for (const { genome } of world.creatures) writer.bytes(difference(genome, world.founderGenome));
  writer.bytes(world.hash);
  const packed = createWriter();
  packed.bytes(Uint8Array.from(MAGIC));
  packed.bytes(deflateSync(writer.done()));
  return packed.done();
}

/** Throws a DecodeError on bytes that are no snapshot, are damaged, or hold an impossible world. */
export function decodeSnapshot(bytes: Uint8Array): World {
  if (bytes.length > MAX_SNAPSHOT_BYTES) throw new DecodeError(`${SUBJECT} is larger than any can be.`);
  if (!MAGIC.every((byte, at) => bytes[at] === byte))
    throw new DecodeError(`${SUBJECT} is of a kind that this page does not know.`);
  const reader = createReader(inflateAtMost(bytes.subarray(MAGIC.length), MAX_UNPACKED, SUBJECT), SUBJECT);
  const { settings, founderGenome } = readHeader(reader);
  const fresh = createWorld(settings, founderGenome);
  const exam = examGeneration(settings);
  const tick = reader.varint('its tick', 2 * exam + 2);
  const over = tick === 2 * exam + 2;
  const generation = over ? exam : Math.floor(tick / 2);
  const stage: Stage = over ? 'over' : tick % 2 === 0 ? 'births' : 'season';
  const shocked = reader.varint('when the disaster came', fresh.shockCard === null ? 0 : generation + 1);
  const shockedAt = shocked === 0 ? null : shocked - 1;
  const interventions = readInterventions(reader, settings, tick);
  const examPressures = readCards(reader);
  const pressures = fresh.habitats.map(() => readCards(reader));
  const seasons = Math.floor(tick / 2);
  const history = fresh.habitats.map(() => Array.from({ length: seasons }, () => readSeasonRecord(reader)));
  const played = Array.from({ length: reader.varint('the number of card sets', MAX_PLAYED) }, () =>
    reader.varint('a card set', MAX_PLAYED - 1),
  );
  const counts = fresh.habitats.map(({ id }) => reader.u8('a number of creatures', carryingCapacity(settings, id)));
  const opened = tick === 0 ? null : stage === 'births' ? generation - 1 : generation;
  const creatures = readCreatures(reader, fresh, opened, counts);
  const hash = reader.bytes('the hash', HASH_BYTES);
  reader.end();
  const past = { shockedAt, interventions, history, played };
  return { ...fresh, ...past, tick, stage, generation, creatures, pressures, examPressures, hash };
}

function writeCards(writer: Writer, pressures: readonly Pressure[]): void {
  writer.u8(pressures.length);
  for (const pressure of pressures) writePressure(writer, pressure);
}

const readCards = (reader: Reader): Pressure[] =>
  Array.from({ length: reader.u8('a number of cards', CARD_IDS.length) }, () => readPressure(reader));

function readInterventions(reader: Reader, settings: Settings, before: number): Intervention[] {
  const most = settings.habitats * MAX_INTERVENTIONS;
  return Array.from({ length: reader.varint('the number of interventions', most) }, () => {
    const seat = reader.u8('a seat', settings.habitats - 1);
    const intervention = INTERVENTION_IDS[reader.u8('an intervention', INTERVENTION_IDS.length - 1)] ?? 'shelter';
    return { seat, intervention, tick: reader.varint('the moment of an intervention', Math.max(0, before - 1)) };
  });
}

const readSeasonRecord = (reader: Reader): SeasonRecord => ({
  born: reader.u8('a number of born'),
  survived: reader.u8('a number of survivors'),
  points: reader.u8('a number of points'),
});

/** `generation`: theirs; null before the first births, when there are none. */
function readCreatures(reader: Reader, world: World, generation: number | null, counts: readonly number[]): Creature[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_CREATURES || (generation === null && total > 0)) {
    throw new DecodeError(`${SUBJECT} is damaged: ${total} creatures cannot be.`);
  }
  const creatures: Creature[] = [];
  const blank = new Uint8Array(GENOME_BYTES);
  counts.forEach((count, habitat) => {
    for (let place = 0; place < count; place++) {
      const twin = twinOf(world, generation ?? 0, creatures.length, place, count);
      creatures.push({ ...readLife(reader), genome: blank, habitat, twin });
    }
  });
  return creatures.map((creature) => ({
    ...creature,
    genome: difference(reader.bytes('a genome', GENOME_BYTES), world.founderGenome),
  }));
}

function readLife(reader: Reader): Pick<Creature, 'mother' | 'father' | 'cause' | 'moment' | 'noiseSeed'> {
  const parent = (what: string): number => {
    const index = reader.u16(what);
    if (index >= MAX_CREATURES && index !== FOUNDER_PARENT)
      throw new DecodeError(`${SUBJECT} is damaged: ${what} is impossible.`);
    return index;
  };
  const [mother, father] = [parent('a mother'), parent('a father')];
  const cause = reader.u8('a cause of death');
  if (cause !== 0 && causeOf(cause) === null)
    throw new DecodeError(`${SUBJECT} is damaged: a cause of death is unknown.`);
  return { mother, father, cause, moment: reader.u8('a moment of death'), noiseSeed: reader.u32('a noise seed') };
}

/** XOR, byte by byte: the difference from the founder, and the way back. */
function difference(genome: Genome, founder: Genome): Genome {
  return genome.map((byte, at) => byte ^ (founder[at] ?? 0));
}
