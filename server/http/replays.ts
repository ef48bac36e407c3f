/** The library by plain HTTP: search, files, what is told of each, and what its owner may do. Every refusal is a sentence. */
import express, { type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import {
  RECORDING_KINDS,
  REPLAY_EVENTS,
  type Refusal,
  type ReplayList,
  replayChangeSchema,
} from '../../shared/protocol/listings.ts';
import { codeSchema } from '../../shared/protocol/messages.ts';
import { MAX_FOUNDER_KEY } from '../../shared/sim/settings.ts';
import { type Library, listingOf } from '../library/library.ts';
import { hashSecret } from '../match/secrets.ts';
import type { Search, StoredRecording } from '../persistence/library-store.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { bearerOf } from './bearer.ts';
import { createUploads } from './uploads.ts';

export interface ReplayServices {
  readonly repository: MatchRepository;
  readonly library: Library;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

const PAGE = 50;
const LAST_PAGE = 10_000;
const DAY_MS = 24 * 60 * 60_000;
const MOST_CHANGE_BYTES = 256;
/** Recordings asked for by name at once: their address stays short enough for any proxy. */
const MOST_NAMED = 100;
const ID = /^[A-Za-z0-9_-]{6,40}$/;

const NO_REPLAY: Refusal = {
  reason: 'noReplay',
  error: 'There is no replay with that address. It may have been deleted, or the link is incomplete.',
};
const WRONG_KEY: Refusal = {
  reason: 'replayKey',
  error: 'Only whoever led this match, or uploaded this recording, can change or delete it: from the same browser.',
};
const STILL_OPEN: Refusal = {
  reason: 'stillOpen',
  error: 'The room of this match is still open. Its recording can be deleted when everybody has left.',
};
const BAD_SEARCH: Refusal = {
  reason: 'badSearch',
  error: `Recordings can be searched by founder (a species’ key), from and to (days, such as 2026-03-31), code (a room’s), event (${REPLAY_EVENTS.join(', ')}) and kind (${RECORDING_KINDS.join(', ')}), or named by ids (at most ${MOST_NAMED}, with commas between).`,
};
const BAD_CHANGE: Refusal = {
  reason: 'badChange',
  error: 'Of a recording one can say whether it is listed and whether it is kept: true or false.',
};

/** A form sends what nobody filled in as nothing. */
const unlessEmpty = <Wanted extends z.ZodType>(wanted: Wanted) =>
  z.preprocess((value) => (value === '' ? undefined : value), wanted.optional());

const searchSchema = z.object({
  founder: unlessEmpty(z.string().max(MAX_FOUNDER_KEY)),
  from: unlessEmpty(z.iso.date()),
  to: unlessEmpty(z.iso.date()),
  code: unlessEmpty(codeSchema),
  event: unlessEmpty(z.enum(REPLAY_EVENTS)),
  kind: unlessEmpty(z.enum(RECORDING_KINDS)),
  ids: z
    .string()
    .transform((named) => named.split(','))
    .pipe(z.array(z.string().regex(ID)).max(MOST_NAMED))
    .optional(),
});

/** Days are those of the world's clock (UTC). */
const searchOf = ({ from, to, ...rest }: z.output<typeof searchSchema>): Search => ({
  ...rest,
  ...(from !== undefined && { from: Date.parse(from) }),
  ...(to !== undefined && { before: Date.parse(to) + DAY_MS }),
});

type Asked = Request<{ id: string }>;

export function createReplays({ repository, library, log }: ReplayServices): Router {
  const replays = express.Router();
  // Once a recording: nobody shall fill the log.
  const noted = new Set<string>();

  const find = async (request: Asked, response: Response): Promise<StoredRecording | null> => {
    const { id } = request.params;
    const recording = ID.test(id) ? await repository.readRecording(id) : null;
    if (recording === null) response.status(404).json(NO_REPLAY);
    return recording;
  };

  /** The recording, where the key is its owner's; else the refusal has been sent. */
  const open = async (request: Asked, response: Response): Promise<StoredRecording | null> => {
    const recording = await find(request, response);
    if (recording === null) return null;
    const key = bearerOf(request);
    if (key !== '' && hashSecret(key) === recording.ownerHash) return recording;
    if (!noted.has(recording.id)) {
      noted.add(recording.id);
      log.warn({ recording: recording.id }, 'somebody wanted to change a recording with a wrong key');
    }
    response.status(403).json(WRONG_KEY);
    return null;
  };

  const tell = async (response: Response, recording: StoredRecording | null): Promise<void> => {
    if (recording === null) response.status(404).json(NO_REPLAY);
    else response.json(await library.aboutOf(recording));
  };

  replays.get('/', async (request, response) => {
    const page = Math.max(0, Math.min(LAST_PAGE, Math.floor(Number(request.query.page ?? 0)) || 0));
    const search = searchSchema.safeParse(request.query);
    if (!search.success) {
      response.status(400).json(BAD_SEARCH);
      return;
    }
    // One more than a page holds tells whether there is another page.
    const found = await repository.searchRecordings(searchOf(search.data), PAGE + 1, page * PAGE);
    response.json({ replays: found.slice(0, PAGE).map(listingOf), more: found.length > PAGE } satisfies ReplayList);
  });

  replays.post('/', ...createUploads(library));

  replays.get('/:id', async (request: Asked, response) => {
    const { id } = request.params;
    const bytes = ID.test(id) ? await library.fileOf(id) : null;
    if (bytes === null) {
      response.status(404).json(NO_REPLAY);
      return;
    }
    response
      .setHeader('Content-Type', 'application/octet-stream')
      .setHeader('Content-Disposition', `attachment; filename="${id}.twinfold"`)
      .send(Buffer.from(bytes));
  });

  replays.get('/:id/about', async (request: Asked, response) => {
    const recording = await find(request, response);
    if (recording) await tell(response, recording);
  });

  replays.patch('/:id', express.json({ limit: MOST_CHANGE_BYTES }), async (request: Asked, response) => {
    const recording = await open(request, response);
    if (recording === null) return;
    const change = replayChangeSchema.safeParse(request.body);
    if (!change.success) {
      response.status(400).json(BAD_CHANGE);
      return;
    }
    await repository.changeRecording(recording.id, change.data);
    await tell(response, await repository.readRecording(recording.id));
  });

  replays.delete('/:id', async (request: Asked, response) => {
    const recording = await open(request, response);
    if (recording === null) return;
    const outcome = await repository.deleteRecording(recording.id);
    if (outcome === 'live') {
      response.status(409).json(STILL_OPEN);
      return;
    }
    log.info({ recording: recording.id }, 'a recording was deleted by its owner');
    response.json({ ok: true });
  });

  return replays;
}
