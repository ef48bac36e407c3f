/** Keeps creatures by link: what one grows from comes in, a short id goes out. Every refusal is a sentence. */
import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { bytesOf, decodeCreature, encodeCreature, lettersOf } from '../../shared/lab/creature.ts';
import type { CreatureAnswer, CreatureKept, Refusal } from '../../shared/protocol/listings.ts';
import type { CreatureStore } from '../persistence/creature-store.ts';
import { keptUntil } from '../retention.ts';
import { fill, take } from '../transport/bucket.ts';

export interface CreatureServices {
  readonly repository: Pick<CreatureStore, 'keepCreature' | 'readCreature'>;
  readonly recordingDays: number;
}

/** A class that keeps its creatures all at once, and then as many as would take two days to fill the table. */
const RATE = { perSecond: 1, burst: 80 };
/** Of 277 bytes each: less than a hundredth of what recordings may have. */
const MOST_CREATURES = 200_000;
/** A creature has 370 letters; what else could be in a request is no business of ours. */
const MOST_BODY_BYTES = 512;
/** Letters of an id: 72 bits of SHA-256, so that nobody finds another creature for a link that somebody has given on. */
const ID_LETTERS = 12;
const ID = /^[\w-]{12}$/;
const DAY_MS = 24 * 60 * 60_000;

const NO_CREATURE: Refusal = {
  reason: 'noCreature',
  error: 'No creature is kept under that link. Its time may be up, or the link is incomplete.',
};
const BAD_CREATURE: Refusal = {
  reason: 'badCreature',
  error: 'That is no creature: it is brought as {"creature": "…"}, with the 370 letters of its link.',
};
const BUSY: Refusal = {
  reason: 'creaturesBusy',
  error: 'Many creatures are being kept just now. Yours is safe in its long link: try again in a moment.',
};
const FULL: Refusal = {
  reason: 'creaturesFull',
  error: 'This server keeps no more creatures. Yours is safe in its long link.',
};

const keepSchema = z.strictObject({ creature: z.string().max(400) });

export function createCreatures({ repository, recordingDays }: CreatureServices): Router {
  const creatures = express.Router();
  const bucket = fill(RATE, performance.now());

  const mayCome: RequestHandler = (_request, response, next) => {
    if (take(bucket, RATE, performance.now())) next();
    else response.status(503).setHeader('Retry-After', '10').json(BUSY);
  };

  const keep: RequestHandler = async (request: Request<object, unknown, unknown>, response) => {
    const asked = keepSchema.safeParse(request.body);
    const bytes = asked.success ? canonical(asked.data.creature) : null;
    if (bytes === null) {
      response.status(400).json(BAD_CREATURE);
      return;
    }
    // The day is enough to know when its time is up; the moment would say more of who kept it.
    const keptAt = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const id = idOf(bytes);
    if ((await repository.keepCreature({ id, keptAt, bytes }, MOST_CREATURES)) === 'full') {
      response.status(507).json(FULL);
    } else response.status(201).json({ id, until: keptUntil(keptAt, recordingDays) } satisfies CreatureKept);
  };

  creatures.post('/', mayCome, express.json({ limit: MOST_BODY_BYTES }), keep);

  creatures.get('/:id', async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const stored = ID.test(id) ? await repository.readCreature(id) : null;
    if (stored === null) {
      response.status(404).json(NO_CREATURE);
      return;
    }
    const until = keptUntil(stored.keptAt, recordingDays);
    response.json({ creature: lettersOf(stored.bytes), until } satisfies CreatureAnswer);
  });

  // What the parser of bodies could not read.
  const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const broken = error instanceof Error && 'type' in error && /^(request|entity|encoding)\./.test(String(error.type));
    if (!broken) next(error);
    else response.status(error.type === 'entity.too.large' ? 413 : 400).json(BAD_CREATURE);
  };
  creatures.use(unreadable);
  return creatures;
}

/** The bytes by which a creature is known, however its letters were written; null where they are none. */
function canonical(letters: string): Uint8Array | null {
  const creature = decodeCreature(letters);
  return creature && bytesOf(encodeCreature(creature));
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, ID_LETTERS);
