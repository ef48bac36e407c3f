/** The library of a server, as a page asks for it. */
import {
  type ReplayAbout,
  type ReplayList,
  replayAboutSchema,
  replayListSchema,
  type Uploaded,
  uploadedSchema,
} from '../../shared/protocol/listings.ts';

export const upload = (url: string, bytes: Uint8Array<ArrayBuffer>, headers: HeadersInit = {}): Promise<Response> =>
  fetch(`${url}/api/replays`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', ...headers },
    body: bytes,
  });

/** Of a recording that must be taken. */
export async function bring(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uploaded> {
  return uploadedSchema.parse(await (await upload(url, bytes)).json());
}

export async function search(url: string, query = ''): Promise<ReplayList> {
  return replayListSchema.parse(await (await fetch(`${url}/api/replays${query}`)).json());
}

export async function aboutOf(url: string, id: string): Promise<ReplayAbout> {
  return replayAboutSchema.parse(await (await fetch(`${url}/api/replays/${id}/about`)).json());
}

export async function bytesOf(url: string, id: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${url}/api/replays/${id}`)).arrayBuffer());
}

/** As whoever has the key: `change` as JSON, or undefined to delete. */
export const asOwner = (url: string, id: string, key: string, change?: object): Promise<Response> =>
  fetch(`${url}/api/replays/${id}`, {
    method: change === undefined ? 'DELETE' : 'PATCH',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    ...(change !== undefined && { body: JSON.stringify(change) }),
  });
