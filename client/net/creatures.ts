/** Creatures that the server keeps under a link. Every function resolves, with what was asked for or with a sentence. */
import type { CreatureAnswer, CreatureKept } from '../../shared/protocol/listings.ts';
import { askJson, type Fetched } from './api.ts';

/** `creature`: in the letters of the lab's links. */
export const keepByLink = (creature: string): Promise<Fetched<CreatureKept>> =>
  askJson('/api/creatures', (parsers) => parsers.creatureKeptSchema, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ creature }),
  });

export const fetchCreature = (id: string): Promise<Fetched<CreatureAnswer>> =>
  askJson(`/api/creatures/${encodeURIComponent(id)}`, (parsers) => parsers.creatureAnswerSchema);
