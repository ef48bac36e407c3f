/** The library of founder species: genomes found by search (`npm run founders`), then looked at and named. */
import { FOUNDER_GENOMES } from './founder-genomes.ts';
import { GENOME_BYTES, type Genome } from './genome.ts';

export interface Founder {
  readonly key: string;
  readonly name: string;
  /** One line about how it looks. */
  readonly line: string;
  readonly genome: Genome;
}

function fromHex(key: string, hex: string): Genome {
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  if (bytes.length !== GENOME_BYTES)
    throw new RangeError(`The genome of ${key} has ${bytes.length} bytes, not ${GENOME_BYTES}.`);
  return Uint8Array.from(bytes);
}

export const FOUNDERS: readonly Founder[] = FOUNDER_GENOMES.map(({ key, name, line, hex }) => ({
  key,
  name,
  line,
  genome: fromHex(key, hex),
}));

/** The founder of that key, or undefined. */
export function founderByKey(key: string): Founder | undefined {
  return FOUNDERS.find((founder) => founder.key === key);
}
