import { useEffect, useRef, useState } from 'preact/hooks';
import { listReplays, type ReplayListing } from '../../net/api.ts';
import { recordingKeys } from '../../net/recording-keys.ts';
import { type Search, searchQuery } from './search.ts';

export interface Replays {
  readonly listings: readonly ReplayListing[];
  readonly state: 'loading' | 'more' | 'all';
  /** Why there are none; else empty. */
  readonly trouble: string;
  /** Asks for older ones. */
  more(): void;
  /** Asks anew. */
  again(): void;
}

const EMPTY = { listings: [], state: 'loading', trouble: '' } as const;

/** So many of one's own are asked for at most, the latest, by name: those that are in no list are found no other way. */
const MOST_OWN = 100;

/** Recordings that fit a search, page after page; or one's own. */
export function useReplays(search: Search): Replays {
  const query = searchQuery(search);
  const [asked, setAsked] = useState({ query, page: 0, time: 0 });
  const [found, setFound] = useState<Omit<Replays, 'more' | 'again'>>(EMPTY);
  const shown = useRef(query);
  const current = asked.query === query ? asked : { query, page: 0, time: asked.time };
  useEffect(() => {
    let gone = false;
    // What is asked for anew stays until the answer is there.
    if (shown.current !== query) setFound(EMPTY);
    shown.current = query;
    const fetched = search.mine ? fetchOwn(current.page, query) : listReplays(current.page, '', query);
    void fetched.then((list) => {
      if (gone) return;
      if (!list.ok) setFound((before) => ({ ...before, state: 'all', trouble: list.error }));
      else {
        const { replays, more } = list.value;
        setFound((before) => ({
          listings: current.page === 0 ? replays : [...before.listings, ...replays],
          state: more ? 'more' : 'all',
          trouble: '',
        }));
      }
    });
    return () => {
      gone = true;
    };
  }, [query, current.page, current.time]);
  return {
    ...found,
    more: () => {
      setFound((before) => ({ ...before, state: 'loading' }));
      setAsked({ ...current, page: current.page + 1 });
    },
    again: () => setAsked({ query, page: 0, time: current.time + 1 }),
  };
}

/** One's own that fit, as far as they are still there. Keys of what is gone are kept: a server may only be out of reach. */
async function fetchOwn(page: number, query: string) {
  const own = recordingKeys.rooms().slice(0, MOST_OWN);
  if (own.length === 0) return { ok: true as const, value: { replays: [], more: false } };
  return listReplays(page, '', `${query}&ids=${own.join(',')}`);
}
