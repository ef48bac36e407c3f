/** The way to the server's rooms by the address that the page came from. */
import { Client } from 'colyseus.js';
import { HERE } from '../../shared/protocol/wire.ts';

/** `origin`: the server's address, such as http://localhost:2567. */
export const createClient = (origin: string): Client =>
  new Client(origin, { urlBuilder: (url) => withOwnHost(url, origin) });

/**
 * Of several processes behind one address each is reached under a path of its own. A seat says which path that is, and leaves the
 * host to the page, which alone knows by what name it came.
 */
export function withOwnHost(url: URL, origin: string): string {
  if (url.hostname === HERE) url.host = new URL(origin).host;
  return url.href;
}
