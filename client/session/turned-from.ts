/** Whom this page turns away from: whose phrases it does not show, and whose name. Others never learn of it. */
import type { StewardView, TableView } from './world-source.ts';

/** A seat with the name that its person had then: whoever sits there later is somebody else. */
export interface Mark {
  readonly seat: number;
  readonly name: string;
}

export interface TurnedFrom {
  /** Nobody's phrases are shown. */
  readonly all: boolean;
  readonly muted: readonly Mark[];
  readonly hidden: readonly Mark[];
  /** Whom this page wants out of the room. */
  readonly voted: readonly Mark[];
}

export type Turn = 'muted' | 'hidden' | 'voted';

export const FROM_NOBODY: TurnedFrom = { all: false, muted: [], hidden: [], voted: [] };

/** Where a host hides everybody's names, the seat alone must do. */
const meets = ({ seat, name }: Mark, steward: StewardView): boolean =>
  seat === steward.seat && steward.bot === '' && (name === steward.name || steward.hidden === true);

export const isMarked = (turned: TurnedFrom, how: Turn, steward: StewardView): boolean =>
  turned[how].some((mark) => meets(mark, steward));

/** With one person marked or no longer. */
export function marked(turned: TurnedFrom, how: Turn, { seat, name }: StewardView, on: boolean): TurnedFrom {
  const others = turned[how].filter((mark) => mark.seat !== seat);
  return { ...turned, [how]: on ? [...others, { seat, name }] : others };
}

/** Without marks of people who have gone: another steward sits there, or a bot. The same where none has. */
export function withoutGone(turned: TurnedFrom, stewards: readonly StewardView[]): TurnedFrom {
  const stays = (mark: Mark): boolean => stewards.some((steward) => meets(mark, steward));
  const { muted, hidden, voted } = turned;
  if ([...muted, ...hidden, ...voted].every(stays)) return turned;
  return { ...turned, muted: muted.filter(stays), hidden: hidden.filter(stays), voted: voted.filter(stays) };
}

/** Whether this page shows what a steward says. One's own words are always shown. */
export const isHeard = (turned: TurnedFrom, steward: StewardView, own: number): boolean =>
  steward.seat === own || !(turned.all || isMarked(turned, 'muted', steward));

/** The table without the names that are hidden here; the same table where there are none. */
export function veilNames(table: TableView, turned: TurnedFrom): TableView {
  if (turned.hidden.length === 0) return table;
  return {
    ...table,
    stewards: table.stewards.map((steward) =>
      isMarked(turned, 'hidden', steward) ? { ...steward, name: '', veiled: true } : steward,
    ),
  };
}
