/** What the matchmaker knows of a room: by it others find it. */
import type { RoomListing } from '../../shared/protocol/listings.ts';
import type { Match, MatchView } from '../match/match.ts';

export interface RoomMetadata {
  /** Empty for a room that is found in the list. */
  readonly code: string;
  /** Null for a room that is in no list, or whose match is over. */
  readonly listing: Omit<RoomListing, 'roomId'> | null;
  /** Whether it is somebody's own, who may be gathering people. */
  readonly owned: boolean;
}

export function metadataOf({ code, settings }: Match, view: MatchView): RoomMetadata {
  const { phase, round, seats, terms, spectators } = view;
  const { founder, habitats, rounds } = settings;
  const listing = {
    ...{ founder, habitats, rounds, round, phase, language: terms.language, spectators },
    people: seats.filter((seat) => seat.connected).length,
    freeSeats: seats.filter((seat) => !seat.person).length,
    bots: seats.filter((seat) => seat.bot !== '').length,
  };
  return { code, owned: terms.owned, listing: terms.listed && phase !== 'over' ? listing : null };
}
