/** What of the list of rooms is shown: kept in the address, so that a link or a reload shows the same. Plain, to be tested. */
import type { RoomListing } from '../../../shared/protocol/listings.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';
import { languageOf } from '../../i18n/languages.ts';

export interface Filters {
  /** A species' key; empty: any. */
  readonly founder: string;
  /** Two letters; empty: any. */
  readonly language: string;
  /** Only with a seat that a person can take. */
  readonly open: boolean;
  /** Only those that have not begun. */
  readonly lobby: boolean;
}

export const NO_FILTERS: Filters = { founder: '', language: '', open: false, lobby: false };

export const isFiltered = (filters: Filters): boolean =>
  filters.founder !== '' || filters.language !== '' || filters.open || filters.lobby;

/** Of an address's query; what makes no sense there filters nothing. */
export function readFilters(query: string): Filters {
  const asked = new URLSearchParams(query);
  const founder = asked.get('founder') ?? '';
  return {
    founder: founderByKey(founder) ? founder : '',
    language: languageOf(asked.get('language') ?? '') ?? '',
    open: asked.has('open'),
    lobby: asked.has('lobby'),
  };
}

/** With its question mark; empty where nothing is filtered. */
export function filterQuery({ founder, language, open, lobby }: Filters): string {
  const query = new URLSearchParams();
  if (founder) query.set('founder', founder);
  if (language) query.set('language', language);
  if (open) query.set('open', '1');
  if (lobby) query.set('lobby', '1');
  const text = query.toString();
  return text ? `?${text}` : '';
}

export const fits = (room: RoomListing, { founder, language, open, lobby }: Filters): boolean =>
  (founder === '' || room.founder === founder) &&
  (language === '' || room.language === language) &&
  (!open || room.freeSeats > 0) &&
  (!lobby || room.phase === 'lobby');

/** What is there now, in the order in which it stood before: nothing moves away under a finger. What is new comes last. */
export function inSteadyOrder(before: readonly RoomListing[], now: readonly RoomListing[]): RoomListing[] {
  const places = new Map(before.map(({ roomId }, at) => [roomId, at]));
  const placeOf = ({ roomId }: RoomListing): number => places.get(roomId) ?? before.length;
  return [...now].sort((a, b) => placeOf(a) - placeOf(b));
}
