/**
 * What a page asks the server for by plain HTTP. Every function resolves, with what was asked for or with a sentence for the
 * person; none rejects. `origin`: another server than the page's own, such as http://localhost:2567.
 */
import type { CodeAnswer, Refusal, ReplayList, RoomListing } from '../../shared/protocol/listings.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { t } from '../i18n/i18n.ts';
import { refusalWords } from './words.ts';

export type { ReplayListing, RoomListing } from '../../shared/protocol/listings.ts';

/** `reason` is a key for the interface to translate, `error` a sentence, `replay` the path of a replay to see instead. */
export interface Trouble {
  readonly ok: false;
  readonly reason: string;
  readonly error: string;
  readonly replay?: string;
}
export type Fetched<T> = { readonly ok: true; readonly value: T } | Trouble;

const TIMEOUT_MS = 15_000;

const unreachable = (): Trouble => ({ ok: false, reason: 'unreachable', error: t('net.asked.unreachable') });
export const garbled = (): Trouble => ({ ok: false, reason: 'garbled', error: t('net.asked.garbled') });

/** The parsers come with the validator, which the first page does without until something is asked for. */
const schemas = () => import('../../shared/protocol/listings.ts');

export async function ask(path: string, how: RequestInit = {}): Promise<Response | Trouble> {
  try {
    const response = await fetch(path, { ...how, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return response;
    const { refusalSchema } = await schemas();
    const refusal = refusalSchema.safeParse(await response.json());
    return refusal.success ? toTrouble(refusal.data) : garbled();
  } catch (error) {
    return error instanceof SyntaxError ? garbled() : unreachable();
  }
}

const toTrouble = ({ reason, error, replay }: Refusal): Trouble => ({
  ok: false,
  reason,
  error: refusalWords(reason, error),
  ...(replay === undefined ? {} : { replay }),
});

export async function askJson<T>(
  path: string,
  pick: (parsers: Awaited<ReturnType<typeof schemas>>) => { safeParse(data: unknown): { success: boolean; data?: T } },
  how: RequestInit = {},
): Promise<Fetched<T>> {
  const response = await ask(path, how);
  if (!(response instanceof Response)) return response;
  try {
    const parsed = pick(await schemas()).safeParse(await response.json());
    return parsed.success && parsed.data !== undefined ? { ok: true, value: parsed.data } : garbled();
  } catch (error) {
    return error instanceof SyntaxError ? garbled() : unreachable();
  }
}

/** Public rooms that are open now; `query`, with its question mark: only those that fit. */
export async function listRooms(query = '', origin = ''): Promise<Fetched<RoomListing[]>> {
  const list = await askJson(`${origin}/api/rooms${query}`, (parsers) => parsers.roomListSchema);
  return list.ok ? { ok: true, value: list.value.rooms } : list;
}

/** A public room in which one can play at once; `language`: two letters of the one that the visitor reads. */
export async function findSeat(language: string, origin = ''): Promise<Fetched<string>> {
  const found = await askJson(`${origin}/api/play-now`, (parsers) => parsers.codeAnswerSchema, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, language }),
  });
  return found.ok ? { ok: true, value: found.value.roomId } : found;
}

/**
 * Recordings, finished ones first, the newest of each first; pages count from 0. `query`: what narrows the list, as the page's own
 * address has it, without a question mark.
 */
export const listReplays = (page = 0, origin = '', query = ''): Promise<Fetched<ReplayList>> =>
  askJson(`${origin}/api/replays?${query ? `${query}&` : ''}page=${page}`, (parsers) => parsers.replayListSchema);

/** A recording's bytes, as recording files have them. */
export async function fetchRecording(id: string, origin = ''): Promise<Fetched<Uint8Array>> {
  const response = await ask(`${origin}/api/replays/${encodeURIComponent(id)}`);
  if (!(response instanceof Response)) return response;
  try {
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    // The connection broke off while the recording was on its way.
    return unreachable();
  }
}

/** The room that a code leads to. A code of a match that is over comes back as trouble with its `replay`. */
export const findRoom = (code: string, origin = ''): Promise<Fetched<CodeAnswer>> =>
  askJson(`${origin}/api/codes/${encodeURIComponent(code.trim())}`, (parsers) => parsers.codeAnswerSchema);
