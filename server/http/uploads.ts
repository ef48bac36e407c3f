/** Takes in recordings that people bring: so many bytes, so often, so slowly at most, and each refusal is a sentence. */
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Refusal } from '../../shared/protocol/listings.ts';
import { MAX_RECORDING_BYTES } from '../../shared/replay/recording.ts';
import type { Library } from '../library/library.ts';
import { fill, take } from '../transport/bucket.ts';

/** A class that brings its branches all at once, and then as many as threads can check. */
const RATE = { perSecond: 2, burst: 60 };
/** Of all files that are on their way or wait to be checked. */
const MOST_BYTES_AT_ONCE = 48_000_000;
/** Before the server ends the request without a word. */
const SLOWEST_MS = 10_000;

interface Answer extends Refusal {
  readonly status: number;
}

const NOT_BYTES: Answer = {
  status: 415,
  reason: 'notBytes',
  error: 'A recording is brought as its bytes, and says so: Content-Type: application/octet-stream.',
};
const COMPRESSED: Answer = {
  status: 415,
  reason: 'compressed',
  error: 'A recording is brought as it is, not compressed: it is small enough already.',
};
const NO_LENGTH: Answer = {
  status: 411,
  reason: 'noLength',
  error: 'Whoever brings a recording says beforehand how long it is (Content-Length).',
};
const TOO_LARGE: Answer = {
  status: 413,
  reason: 'recordingTooLarge',
  error: `No recording has more than ${MAX_RECORDING_BYTES} bytes, and this file has more. Is it the right one?`,
};
const BUSY: Answer = {
  status: 503,
  reason: 'libraryBusy',
  error: 'Many recordings are coming in just now. Yours is safe in its file: try again in a moment.',
};
const TOO_SLOW: Answer = {
  status: 408,
  reason: 'tooSlow',
  error: 'The recording came in too slowly, so it was not taken. Try again where the connection is better.',
};
const BROKEN: Answer = {
  status: 400,
  reason: 'brokenUpload',
  error: 'The recording did not arrive whole, so it was not taken. Try again.',
};

/** Of what is not taken after it was read; anything else is the file's own fault. */
const STATUS: Readonly<Record<string, number>> = { tooMuchWork: 413, libraryAway: 503, libraryFull: 507 };
const UNTAKEN = 422;

/** To be used one after the other, for one address. */
export function createUploads(library: Pick<Library, 'take' | 'turnedAway'>): (RequestHandler | ErrorRequestHandler)[] {
  const bucket = fill(RATE, performance.now());
  let bytesAtOnce = 0;

  const turnAway = (response: Response, refusal: Answer): void => {
    if (response.headersSent) return;
    library.turnedAway(refusal.reason);
    send(response, refusal);
  };

  const mayCome: RequestHandler = (request, response, next) => {
    const length = Number(request.get('content-length') ?? 0);
    const wrong = wrongOf(request);
    if (wrong !== null) turnAway(response, wrong);
    else if (bytesAtOnce + length > MOST_BYTES_AT_ONCE || !take(bucket, RATE, performance.now())) {
      response.setHeader('Retry-After', '10');
      turnAway(response, BUSY);
    } else {
      bytesAtOnce += length;
      // However it ends.
      response.once('close', () => {
        bytesAtOnce -= length;
      });
      const timer = setTimeout(() => turnAway(response, TOO_SLOW), SLOWEST_MS);
      request.once('close', () => clearTimeout(timer));
      next();
    }
  };

  const parse = express.raw({ type: () => true, limit: MAX_RECORDING_BYTES, inflate: false });

  const takeIn: RequestHandler = async (request, response) => {
    const taken = await library.take(Buffer.isBuffer(request.body) ? Uint8Array.from(request.body) : new Uint8Array());
    if (response.headersSent) return;
    if ('reason' in taken) send(response, { ...taken, status: STATUS[taken.reason] ?? UNTAKEN });
    else response.status(taken.key === null ? 200 : 201).json(taken);
  };

  const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const broken =
      error instanceof Error && 'type' in error && /^(request|entity|encoding|stream)\./.test(String(error.type));
    if (broken) turnAway(response, BROKEN);
    else next(error);
  };

  return [mayCome, parse, takeIn, unreadable];
}

/** What is wrong with what a request says of what it brings. */
function wrongOf(request: Request): Answer | null {
  const length = request.get('content-length');
  if (!request.is('application/octet-stream')) return NOT_BYTES;
  if ((request.get('content-encoding') ?? 'identity') !== 'identity') return COMPRESSED;
  if (length === undefined) return NO_LENGTH;
  return Number(length) > MAX_RECORDING_BYTES ? TOO_LARGE : null;
}

function send(response: Response, { status, reason, error }: Answer): void {
  // What is still on its way need not be waited for.
  if (!response.req.complete) response.setHeader('Connection', 'close');
  response.status(status).json({ reason, error } satisfies Refusal);
}
