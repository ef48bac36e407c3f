/** Public rooms on real sockets: whoever makes one, whoever comes, and what each of them hears. */
import type { LiveOptions, LiveSource } from '../../client/net/live-source.ts';
import type { SeatKeys } from '../../client/net/seat-keys.ts';
import type { Said } from '../../shared/protocol/manners.ts';
import type { CreateOptions } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { openPage, QUICK, until } from './server.ts';

export interface Company {
  /** Makes a public room, and plays in it. */
  make(changes?: Partial<CreateOptions>, keys?: SeatKeys): Promise<LiveSource>;
  /** Comes into the room in which another is. */
  follow(other: LiveSource, keys?: SeatKeys): Promise<LiveSource>;
  /** Watches the room in which another is. */
  watch(other: LiveSource): Promise<LiveSource>;
  enter(roomId: string, keys?: SeatKeys): Promise<LiveSource>;
  /** A room with so many people in it, its owner first. */
  gather(people: number, changes?: Partial<CreateOptions>): Promise<readonly LiveSource[]>;
  /** All that a page has heard until now. */
  heard(page: LiveSource): readonly Said[];
  close(): void;
}

export function company(url: string): Company {
  const pages: LiveSource[] = [];
  const ears = new Map<LiveSource, Said[]>();
  const open = async (options: LiveOptions, keys?: SeatKeys): Promise<LiveSource> => {
    const page = await openPage(url, options, keys);
    pages.push(page);
    const heard: Said[] = [];
    ears.set(page, heard);
    page.onSaid((said) => heard.push(said));
    if (page.trouble.value === '') await until(() => page.table.value.stewards.length > 0);
    return page;
  };
  const enter = (roomId: string, keys?: SeatKeys): Promise<LiveSource> => open({ kind: 'join', roomId }, keys);
  const make = (changes: Partial<CreateOptions> = {}, keys?: SeatKeys): Promise<LiveSource> =>
    open({ kind: 'create', create: { ...QUICK, mode: 'public', ...changes } }, keys);
  return {
    make,
    enter,
    follow: (other, keys) => enter(other.roomId.value, keys),
    watch: (other) => open({ kind: 'join', roomId: other.roomId.value, watch: true }),
    async gather(people, changes) {
      const owner = await make(changes);
      const all = [owner];
      while (all.length < people) all.push(await enter(owner.roomId.value));
      const here = (page: LiveSource): number => page.table.value.stewards.filter(({ connected }) => connected).length;
      await until(() => all.every((page) => here(page) === people));
      return all;
    },
    heard: (page) => ears.get(page) ?? [],
    close() {
      for (const page of pages.splice(0)) page.close();
      ears.clear();
    },
  };
}

/** Asks for a seat as a page does that wants to play now. */
export async function askForSeat(url: string, wish: object = { language: 'en' }): Promise<Response> {
  return fetch(`${url}/api/play-now`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, ...wish }),
  });
}

export async function seatNow(url: string, language = 'en'): Promise<string> {
  const told: unknown = await (await askForSeat(url, { language })).json();
  if (typeof told !== 'object' || told === null || !('roomId' in told)) throw new Error(JSON.stringify(told));
  return String(told.roomId);
}

/** What everybody in the room may see, apart from the clock: to find that nothing has changed. */
export const seenBy = (page: LiveSource): string => {
  const { asOf: _, phasePassedMs: __, ...rest } = page.table.value;
  return JSON.stringify(rest);
};
