import '../../styles/rooms.css';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Page } from '../parts/page.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useTitle } from '../parts/use-title.ts';
import { type Filters, filterQuery, fits, isFiltered, NO_FILTERS, readFilters } from './filters.ts';
import { useFocusInList } from './keep-focus.ts';
import { RoomCard } from './room-card.tsx';
import { RoomFilters } from './room-filters.tsx';
import { useRooms } from './use-rooms.ts';

/** Public rooms that are open now, and the quickest way into one. */
export function Rooms() {
  const [filters, setFilters] = useState(() => readFilters(location.search));
  const { rooms, trouble } = useRooms(filters);
  const list = useRef<HTMLUListElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const shown = rooms?.filter((room) => fits(room, filters)) ?? [];
  useTitle(t('nav.rooms'));
  useFocusInList(list, count, shown.map(({ roomId }) => roomId).join());
  const change = (next: Filters): void => {
    setFilters(next);
    history.replaceState(history.state, '', `/rooms${filterQuery(next)}`);
  };
  return (
    <Page>
      <div class="rooms-head">
        <h1>{t('rooms.title')}</h1>
        <p class="quiet">{t('rooms.lead')}</p>
        <div class="actions">
          <a class="button primary large" href="/play-now">
            {t('lobby.play')}
          </a>
          <a class="button large" href="/rooms/new">
            {t('rooms.make')}
          </a>
        </div>
      </div>
      <RoomFilters filters={filters} onChange={change} />
      {rooms ? (
        <p ref={count} class="room-count quiet" role="status" tabIndex={-1}>
          {t('rooms.count', { count: shown.length })}
          {trouble ? ` · ${t('rooms.stale')}` : ''}
        </p>
      ) : trouble ? (
        <Trouble text={trouble} />
      ) : (
        <p class="room-count quiet">{t('rooms.loading')}</p>
      )}
      {rooms && shown.length === 0 ? <Nothing filters={filters} onAll={() => change(NO_FILTERS)} /> : null}
      <ul ref={list} class="room-cards">
        {shown.map((room) => (
          <RoomCard key={room.roomId} room={room} />
        ))}
      </ul>
    </Page>
  );
}

/** No room to show: what to do instead. */
function Nothing({ filters, onAll }: { readonly filters: Filters; readonly onAll: () => void }) {
  const filtered = isFiltered(filters);
  return (
    <div class="empty">
      <p>{t(filtered ? 'rooms.noneFits' : 'rooms.empty')}</p>
      <div class="actions">
        {filtered ? (
          <button type="button" class="button" onClick={onAll}>
            {t('rooms.all')}
          </button>
        ) : (
          <a class="button" href="/play">
            {t('lobby.alone')}
          </a>
        )}
      </div>
    </div>
  );
}
