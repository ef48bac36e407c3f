import '../../styles/listing.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { type Fetched, listRooms, type RoomListing } from '../../net/api.ts';
import { LiveMatch } from '../match/live-match.tsx';
import { FounderPair } from '../parts/founder-pair.tsx';
import { MatchOptions, USUAL_OPTIONS } from '../parts/match-options.tsx';
import { Page } from '../parts/page.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useTitle } from '../parts/use-title.ts';

const REFRESH_MS = 5000;

/** Public rooms that can be joined now. */
export function Rooms() {
  const [rooms, setRooms] = useState<Fetched<RoomListing[]> | null>(null);
  const [making, setMaking] = useState<'no' | 'choosing' | 'yes'>('no');
  const [options, setOptions] = useState(USUAL_OPTIONS);
  useTitle(t('nav.rooms'));
  useEffect(() => {
    let gone = false;
    const refresh = (): void => {
      void listRooms().then((list) => {
        if (!gone) setRooms(list);
      });
    };
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  if (making === 'yes') {
    const { timers: _, ...wanted } = options;
    return <LiveMatch options={{ kind: 'create', create: { mode: 'public', ...wanted } }} />;
  }
  return (
    <Page narrow>
      <div class="page-head">
        <h1>{t('rooms.title')}</h1>
        {making === 'no' ? (
          <button type="button" class="button primary" onClick={() => setMaking('choosing')}>
            {t('rooms.make')}
          </button>
        ) : null}
      </div>
      {making === 'choosing' ? (
        <form
          class="rooms-new"
          aria-label={t('rooms.make')}
          onSubmit={(event) => {
            event.preventDefault();
            setMaking('yes');
          }}
        >
          <MatchOptions options={options} hosted={false} onChange={setOptions} />
          <div class="actions">
            <button type="submit" class="button primary">
              {t('rooms.open')}
            </button>
            <button type="button" class="button" onClick={() => setMaking('no')}>
              {t('rooms.cancel')}
            </button>
          </div>
        </form>
      ) : null}
      {rooms === null ? <p class="quiet">{t('rooms.loading')}</p> : null}
      {rooms && !rooms.ok ? <Trouble text={rooms.error} /> : null}
      {rooms?.ok && rooms.value.length === 0 ? <p class="empty">{t('rooms.empty')}</p> : null}
      <ul class="listing">
        {rooms?.ok
          ? rooms.value.map((room) => (
              <li key={room.roomId}>
                <FounderPair founder={room.founder} />
                <div>
                  <h2>{founderName(room.founder)}</h2>
                  <p class="quiet">
                    {t('rooms.line', {
                      habitats: room.habitats,
                      round: room.round + 1,
                      rounds: room.rounds,
                      people: room.people,
                    })}
                  </p>
                </div>
                <div class="actions">
                  {room.freeSeats > 0 ? (
                    <a class="button primary" href={`/room/${room.roomId}`}>
                      {t('rooms.join', { count: room.freeSeats })}
                    </a>
                  ) : (
                    <span class="quiet">{t('rooms.full')}</span>
                  )}
                  <a class="button" href={`/room/${room.roomId}?watch`}>
                    {t('rooms.watch')}
                  </a>
                </div>
              </li>
            ))
          : null}
      </ul>
    </Page>
  );
}
