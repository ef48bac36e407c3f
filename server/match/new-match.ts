/** The row with which a match begins: its key, and what no later row can change. */
import { createWriter } from '../../shared/protocol/bytes.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import type { NewMatch } from '../persistence/repository.ts';
import type { MatchParts } from './match.ts';

export function newMatch({ id, mode, code, world, growth, secret }: MatchParts): NewMatch {
  const { settings, founderGenome } = world;
  const { founder, habitats, rounds } = settings;
  const header = createWriter();
  writeHeader(header, settings, founderGenome);
  const createdAt = Date.now();
  return { id, createdAt, mode, code, founder, habitats, rounds, header: header.done(), kernel: growth.kernel, secret };
}
