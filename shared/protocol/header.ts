/** Settings and founder as bytes: the head that snapshots and recordings share. */
import { GENOME_BYTES, type Genome } from '../sim/genome.ts';
import { checkSettings, MAX_FOUNDER_KEY } from '../sim/settings.ts';
import type { Settings } from '../sim/world/world.ts';
import { DecodeError, type Reader, type Writer } from './bytes.ts';

/** Text of plain letters, digits and the like: its length in one byte, then one byte a letter. */
export function writeAscii(writer: Writer, text: string): void {
  writer.u8(text.length);
  for (const letter of text) writer.u8(letter.charCodeAt(0));
}

export function readAscii(reader: Reader, what: string, longest: number): string {
  const letters = reader.bytes(what, reader.u8(`the length of ${what}`, longest));
  return String.fromCharCode(...letters);
}

export function writeHeader(writer: Writer, settings: Settings, founderGenome: Genome): void {
  writeAscii(writer, settings.founder);
  writer.u8(settings.habitats);
  writer.u8(settings.rounds);
  writer.u8(settings.generationsPerRound);
  writer.u8(settings.population);
  writer.u16(settings.migration);
  writer.u16(settings.noise);
  writer.u32(settings.mapSeed);
  writer.bytes(founderGenome);
}

/** Throws a DecodeError when the settings are not possible. */
export function readHeader(reader: Reader): { settings: Settings; founderGenome: Genome } {
  const settings: Settings = {
    founder: readAscii(reader, 'the founder’s key', MAX_FOUNDER_KEY),
    habitats: reader.u8('the number of habitats'),
    rounds: reader.u8('the number of rounds'),
    generationsPerRound: reader.u8('the number of generations a round'),
    population: reader.u8('the population'),
    migration: reader.u16('migration'),
    noise: reader.u16('noise'),
    mapSeed: reader.u32('the seed of the map'),
  };
  const wrong = checkSettings(settings);
  if (wrong !== null) throw new DecodeError(`The settings are damaged. ${wrong}`);
  return { settings, founderGenome: reader.bytes('the founder’s genome', GENOME_BYTES) };
}
