/** What is looked for in the library: kept in the address, so that a link or a reload shows the same. Plain, to be tested. */
import { RECORDING_KINDS, REPLAY_EVENTS } from '../../../shared/protocol/listings.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';

export interface Search {
  /** A species' key; here and below, empty: any. */
  readonly founder: string;
  /** Days, as 2026-03-31. */
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly event: string;
  readonly kind: string;
  /** Only those that this browser has the keys of. */
  readonly mine: boolean;
}

export const NOTHING_SOUGHT: Search = { founder: '', from: '', to: '', code: '', event: '', kind: '', mine: false };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Of an address's query; what makes no sense there looks for nothing. */
export function readSearch(query: string): Search {
  const asked = new URLSearchParams(query);
  const get = (name: string): string => asked.get(name) ?? '';
  const day = (name: string): string => (DAY.test(get(name)) ? get(name) : '');
  return {
    founder: founderByKey(get('founder')) ? get('founder') : '',
    from: day('from'),
    to: day('to'),
    code: get('code'),
    event: REPLAY_EVENTS.find((event) => event === get('event')) ?? '',
    kind: RECORDING_KINDS.find((kind) => kind === get('kind')) ?? '',
    mine: asked.has('mine'),
  };
}

/** Without a question mark; empty where nothing is looked for. */
export function searchQuery({ mine, ...sought }: Search): string {
  const query = new URLSearchParams(Object.entries(sought).filter(([, value]) => value !== ''));
  if (mine) query.set('mine', '1');
  return query.toString();
}
