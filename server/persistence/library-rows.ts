/** Rows of the library: which columns are read, what they mean, and by what they are searched. */
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { REPLAY_EVENTS } from '../../shared/protocol/listings.ts';
import { CHANCE_PARTS } from '../../shared/sim/world/seeds.ts';
import { breakOffOf } from './break-off.ts';
import type { RecordedParent, RecordingSummary, Search, StoredRecording } from './library-store.ts';
import type { RecordingTable } from './library-tables.ts';
import { hostOf } from './live-queries.ts';
import type { MatchStatus } from './repository.ts';
import type { Tables } from './tables.ts';

type RecordingRow = Selectable<RecordingTable>;

interface SummaryRow
  extends Pick<RecordingRow, 'id' | 'kind' | 'created_at' | 'founder' | 'habitats' | 'rounds' | 'events' | 'verified'> {
  readonly mode: string | null;
  readonly current: MatchStatus;
  readonly why: string | null;
}
type StoredRow = SummaryRow &
  Pick<RecordingRow, 'mark' | 'parent_mark' | 'branched_from' | 'redrawn' | 'listed' | 'kept' | 'owner_hash'> & {
    readonly state: string | null;
  };

/** What a list needs. */
export const SUMMARY = [
  ...(['recordings.id', 'kind', 'recordings.created_at', 'recordings.founder', 'recordings.habitats'] as const),
  ...(['recordings.rounds', 'events', 'verified', 'matches.mode', 'matches.why'] as const),
] as const;
/** What is known of one besides. */
export const STORED = [
  ...(['mark', 'parent_mark', 'branched_from', 'redrawn', 'listed', 'kept', 'owner_hash'] as const),
  ...(['live_matches.state'] as const),
] as const;
/** A match says itself how it stands. */
export const current = sql<MatchStatus>`coalesce(matches.status, recordings.status)`;

/** A later version may know more words than this one. */
const wordsOf = <Word extends string>(text: string | null, known: readonly Word[]): Word[] => {
  const words: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(words) ? known.filter((word) => words.includes(word)) : [];
};

export const toSummary = (row: SummaryRow): RecordingSummary => ({
  ...{ id: row.id, kind: row.kind, createdAt: row.created_at, mode: row.mode ?? '' },
  ...{ founder: row.founder, habitats: row.habitats, rounds: row.rounds },
  ...{ status: row.current, why: breakOffOf(row.why), verified: row.verified },
  events: row.events === null ? null : wordsOf(row.events, REPLAY_EVENTS),
});

export const toBranching = ({ branched_from, redrawn }: Pick<RecordingRow, 'branched_from' | 'redrawn'>) => ({
  from: branched_from ?? 0,
  parts: wordsOf(redrawn, CHANCE_PARTS),
});

const toParent = (row: StoredRow): RecordedParent | null =>
  row.parent_mark === null ? null : { mark: row.parent_mark, ...toBranching(row) };

export const toStored = (row: StoredRow): StoredRecording => ({
  ...toSummary(row),
  ...{ mark: row.mark, parent: toParent(row), listed: row.listed === 1, kept: row.kept === 1 },
  // While its room is open, its owner may still change.
  ownerHash: row.state === null ? row.owner_hash : hostOf(row.state),
});

type Columns = ExpressionBuilder<
  Tables & { matches: { [Name in keyof Tables['matches']]: Tables['matches'][Name] | null } },
  'recordings' | 'matches'
>;

/** All that a search asks for. */
export function conditions(is: Columns, { founder, from, before, code, event, kind, ids }: Search) {
  return [
    ids === undefined ? is('listed', '=', 1) : is('recordings.id', 'in', ids),
    ...(founder === undefined ? [] : [is('recordings.founder', '=', founder)]),
    ...(from === undefined ? [] : [is('recordings.created_at', '>=', from)]),
    ...(before === undefined ? [] : [is('recordings.created_at', '<', before)]),
    ...(code === undefined ? [] : [is('matches.code', '=', code)]),
    // A word of ours, between its quotes.
    ...(event === undefined ? [] : [is('events', 'like', `%"${event}"%`)]),
    ...(kind === undefined ? [] : [is('kind', '=', kind)]),
  ];
}
