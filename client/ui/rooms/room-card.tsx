import type { RoomListing } from '../../../shared/protocol/listings.ts';
import { t } from '../../i18n/i18n.ts';
import { LANGUAGES, languageOf } from '../../i18n/languages.ts';
import { founderName } from '../../i18n/model-words.ts';
import { FounderPair } from '../parts/founder-pair.tsx';
import { SeatPips } from './seat-pips.tsx';

/** Where a room is in its match: "Gathering", "Round 2 of 8", "The exam". */
export function whereWords({ phase, round, rounds }: RoomListing): string {
  if (phase === 'lobby') return t('rooms.gathering');
  return round >= rounds ? t('place.exam') : t('place.round', { round: round + 1, rounds });
}

/** A language in its own words; its letters where the page does not know it. */
export const languageName = (code: string): string =>
  LANGUAGES.find((each) => each.code === languageOf(code))?.name ?? code;

/** A public room: what it is, who is there, and the ways in. */
export function RoomCard({ room }: { readonly room: RoomListing }) {
  const { roomId, founder, habitats, people, bots, freeSeats, spectators, language, phase } = room;
  const name = founderName(founder);
  const at = `room-${roomId}`;
  return (
    <li class="room-card" data-room={roomId} data-free={freeSeats} data-phase={phase}>
      <div class="room-pair">
        <FounderPair founder={founder} />
      </div>
      <div class="room-words">
        <p class={phase === 'lobby' ? 'room-where gathering' : 'room-where'}>{whereWords(room)}</p>
        <h2 id={at}>{name}</h2>
        <p class="quiet">
          {t('rooms.habitats', { count: habitats })}
          {language ? (
            <>
              {' · '}
              <span lang={language}>{languageName(language)}</span>
            </>
          ) : null}
        </p>
      </div>
      <div class="room-seats">
        <SeatPips people={habitats - freeSeats} bots={Math.min(bots, freeSeats)} seats={habitats} />
        <p class="quiet">
          {[
            t('rooms.people', { count: people }),
            ...(bots > 0 ? [t('rooms.bots', { count: bots })] : []),
            freeSeats > 0 ? t('rooms.free', { count: freeSeats }) : t('rooms.full'),
            ...(spectators > 0 ? [t('rooms.spectators', { count: spectators })] : []),
          ].join(' · ')}
        </p>
      </div>
      <div class="actions">
        {freeSeats > 0 ? (
          <a class="button primary" href={`/room/${roomId}`} aria-describedby={at}>
            {t('rooms.sit')}
          </a>
        ) : null}
        <a class="button" href={`/room/${roomId}?watch`} aria-describedby={at}>
          {t('rooms.watch')}
        </a>
      </div>
    </li>
  );
}
