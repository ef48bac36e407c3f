import { useEffect, useState } from 'preact/hooks';
import { listRooms, type RoomListing } from '../../net/api.ts';
import { type Filters, filterQuery, inSteadyOrder, NO_FILTERS } from './filters.ts';

const REFRESH_MS = 4_000;

export interface RoomsNow {
  /** Null until the first answer. What was known stays while a refresh fails. */
  readonly rooms: readonly RoomListing[] | null;
  /** Why the last refresh failed; empty when it did not. */
  readonly trouble: string;
}

/** The public rooms as they are now, asked for again and again while the page is looked at. */
export function useRooms({ founder, language, open }: Filters): RoomsNow {
  const [now, setNow] = useState<RoomsNow>({ rooms: null, trouble: '' });
  useEffect(() => {
    let gone = false;
    const refresh = async (): Promise<void> => {
      if (document.hidden) return;
      const list = await listRooms(filterQuery({ ...NO_FILTERS, founder, language, open }));
      if (gone) return;
      setNow(({ rooms }) =>
        list.ok ? { rooms: inSteadyOrder(rooms ?? [], list.value), trouble: '' } : { rooms, trouble: list.error },
      );
    };
    const look = (): void => void refresh();
    look();
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [founder, language, open]);
  return now;
}
