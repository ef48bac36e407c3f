/**
 * The blueprint: a list of all cells, from head to tail. Five letters a cell: tissue and x (3 and 5 bits), y, red, green, blue. It is
 * built by laying one cell after the other where the list says.
 */
import { BODY_BYTES, type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import {
  type Building,
  type Built,
  byte,
  type Code,
  clearHalf,
  type Encoding,
  isFather,
  lay,
  swing,
} from './encoding.ts';

const LETTERS = 5;

export function drawBlueprint(body: Body): Code {
  const letters: number[] = [];
  for (let site = 0; site < SITES; site++) {
    const tissue = body[site] ?? 0;
    if (tissue === 0) continue;
    letters.push((tissue << 5) | (site % LATTICE), Math.floor(site / LATTICE));
    for (let field = 1; field < 4; field++) letters.push(body[field * SITES + site] ?? 0);
  }
  return Uint8Array.from(letters);
}

export const blueprint: Encoding = {
  build(code, how) {
    const body = new Uint8Array(BODY_BYTES);
    const records = Math.floor(code.length / LETTERS);
    let taken: number[] = [];
    for (let record = 0; record < records; record++) {
      if (how.lost && record === Math.floor(records / 2)) taken = clearHalf(body, how.lost);
      layRecord(body, code, record, how);
    }
    return { body, taken } satisfies Built;
  },

  /** By place: of each site the record of the one or the other, which may be that nothing is there. */
  cross(mother, father, seed) {
    const [hers, his] = [byPlace(mother), byPlace(father)];
    const places = [...new Set([...hers.keys(), ...his.keys()])].sort((a, b) => a - b);
    return Uint8Array.from(places.flatMap((place) => (isFather(seed, place) ? his : hers).get(place) ?? []));
  },
};

function layRecord(body: Body, code: Code, record: number, { jitter, jitterSeed }: Building): void {
  const read = (letter: number, range: number, value: number): number =>
    value + range * jitter * swing(jitterSeed, record, letter);
  const at = (letter: number): number => code[record * LETTERS + letter] ?? 0;
  const within = (value: number, most: number): number => Math.min(byte(value), most);
  const x = within(read(0, LATTICE, at(0) & 31), LATTICE - 1);
  const y = within(read(1, LATTICE, at(1) & 31), LATTICE - 1);
  const tissue = within(read(5, 8, at(0) >> 5), 7);
  if (tissue === 0) return;
  lay(body, y * LATTICE + x, tissue, read(2, 256, at(2)), read(3, 256, at(3)), read(4, 256, at(4)));
}

function byPlace(code: Code): Map<number, number[]> {
  const records = new Map<number, number[]>();
  for (let at = 0; at + LETTERS <= code.length; at += LETTERS) {
    records.set(((code[at + 1] ?? 0) & 31) * LATTICE + ((code[at] ?? 0) & 31), [...code.subarray(at, at + LETTERS)]);
  }
  return records;
}
