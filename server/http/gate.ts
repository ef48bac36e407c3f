/**
 * What requests pass before anything else sees them. The framework takes its address, its host and its body as they come, and what
 * it cannot read of them ends in a fault or in no answer at all; here it is refused in a sentence.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ECHO_ROOM } from '../../shared/protocol/echo.ts';
import type { Refusal } from '../../shared/protocol/listings.ts';
import { ROOM } from '../../shared/protocol/wire.ts';

/** How long a request may take to come in, and how long a connection may do nothing. No page of ours needs a tenth of it. */
export const REQUEST_LIMITS = {
  headersTimeout: 8_000,
  requestTimeout: 12_000,
  connectionsCheckingInterval: 1_000,
} as const;
export const IDLE_MS = 60_000;

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);
const MOST_ADDRESS_LETTERS = 2_000;
/** Options of a room with a deck of its own, or a report of a handful of words. */
const MOST_BODY_BYTES = 16 * 1024;
const DEEPEST = 8;
/** The two ways in that pages use. What the framework offers besides would pick a room without asking which. */
const WAY_IN = new RegExp(`^/matchmake/(create/(${ROOM}|${ECHO_ROOM})|joinById/[A-Za-z0-9_-]{1,40})/?$`);

interface Answer extends Refusal {
  readonly status: number;
}

const badRequest = (error: string): Answer => ({ status: 400, reason: 'badRequest', error });
const NOTHING_HERE: Answer = { status: 404, reason: 'noSuchThing', error: 'There is nothing at this address.' };
const TOO_LARGE: Answer = {
  status: 413,
  reason: 'tooLarge',
  error: `A request may bring ${MOST_BODY_BYTES} bytes at most, and this one brings more.`,
};
const NO_JSON: Answer = {
  status: 415,
  reason: 'notJson',
  error: 'Here a request brings JSON, and says so: Content-Type: application/json.',
};

/** Sets itself before all that listens to requests now. */
export function keepGate(http: Server): void {
  const inside = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const pass = (): void => {
      for (const listener of inside) listener.call(http, request, response);
    };
    const refusal = refusalOf(request);
    if (refusal !== null) turnAway(request, response, refusal);
    else if (isMatchmaking(request)) {
      readBody(request).then(
        (body) => {
          if ('reason' in body) turnAway(request, response, body);
          else {
            Object.assign(request, { body: body.options });
            pass();
          }
        },
        // Whoever sent it has gone.
        () => response.destroy(),
      );
    } else pass();
  });
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
const isMatchmaking = (request: IncomingMessage): boolean =>
  request.method === 'POST' && pathOf(request).startsWith('/matchmake');

/** Of a recording, which is larger than anything else; it is counted where it comes in. */
const isUpload = (request: IncomingMessage): boolean =>
  request.method === 'POST' && /^\/api\/replays\/?$/.test(pathOf(request));

/** Why a request is not let in as it is; null when it is. */
function refusalOf(request: IncomingMessage): Answer | null {
  const { method = '', url = '', headers } = request;
  if (!METHODS.has(method)) {
    return {
      status: 405,
      reason: 'badMethod',
      error: `“${method}” is not done here: only ${[...METHODS].join(', ')}.`,
    };
  }
  if (url.length > MOST_ADDRESS_LETTERS) {
    return { status: 414, reason: 'badRequest', error: `An address here has ${MOST_ADDRESS_LETTERS} letters at most.` };
  }
  if (!isReadable(url)) return badRequest('This address cannot be read.');
  if (!URL.canParse(`http://${headers.host ?? ''}`))
    return badRequest('The request does not say to whom it goes (Host).');
  // A proxy says by which way somebody came. Whatever else stands there is not its word.
  if (headers['x-forwarded-proto'] !== 'http' && headers['x-forwarded-proto'] !== 'https') {
    delete headers['x-forwarded-proto'];
  }
  if (Number(headers['content-length'] ?? 0) > MOST_BODY_BYTES && !isUpload(request)) return TOO_LARGE;
  if (!isMatchmaking(request)) return null;
  if (!WAY_IN.test(pathOf(request))) return NOTHING_HERE;
  return /^application\/json\b/i.test(headers['content-type'] ?? '') ? null : NO_JSON;
}

function isReadable(url: string): boolean {
  try {
    // The rest of the line is a query, which nobody has to understand.
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url.startsWith('/') && URL.canParse(url, 'http://host');
  } catch {
    return false;
  }
}

async function readBody(request: IncomingMessage): Promise<{ readonly options: object } | Answer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BODY_BYTES) return TOO_LARGE;
    parts.push(part);
  }
  let options: unknown;
  try {
    options = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
  } catch {
    return badRequest('The request’s body is no JSON.');
  }
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    return badRequest('The request’s body should be an object of options.');
  }
  return isPlain(options, DEEPEST) ? { options } : badRequest('The request’s options are no options of ours.');
}

/** Neither deeper than anything we know, nor with names that mean something to the language itself. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([name, inner]) => !(name in Object.prototype) && isPlain(inner, depth - 1));
}

function turnAway(request: IncomingMessage, response: ServerResponse, { status, reason, error }: Answer): void {
  // What is still on its way need not be waited for.
  const close = request.complete ? {} : { Connection: 'close' };
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...close });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ reason, error }));
}
