/** What the library is asked for by plain HTTP. Every function resolves, with what was asked for or with a sentence. */
import type { ReplayAbout, ReplayChange, Uploaded } from '../../shared/protocol/listings.ts';
import { ask, askJson, type Fetched } from './api.ts';

const pathOf = (id: string): string => `/api/replays/${encodeURIComponent(id)}`;

export const fetchAbout = (id: string): Promise<Fetched<ReplayAbout>> =>
  askJson(`${pathOf(id)}/about`, (parsers) => parsers.replayAboutSchema);

/** By which this server seals what it recorded: base64url. */
export async function fetchSealKey(): Promise<Fetched<string>> {
  const told = await askJson('/api/seal', (parsers) => parsers.sealKeySchema);
  return told.ok ? { ok: true, value: told.value.key } : told;
}

export const uploadRecording = (bytes: Uint8Array<ArrayBuffer>): Promise<Fetched<Uploaded>> =>
  askJson('/api/replays', (parsers) => parsers.uploadedSchema, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes,
  });

/** The key travels in a header: addresses are written down on the way, headers are not. */
const bearing = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });

export const changeRecording = (id: string, key: string, change: ReplayChange): Promise<Fetched<ReplayAbout>> =>
  askJson(pathOf(id), (parsers) => parsers.replayAboutSchema, {
    method: 'PATCH',
    headers: { ...bearing(key), 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  });

/** For good. */
export async function deleteRecording(id: string, key: string): Promise<Fetched<true>> {
  const response = await ask(pathOf(id), { method: 'DELETE', headers: bearing(key) });
  return response instanceof Response ? { ok: true, value: true } : response;
}
