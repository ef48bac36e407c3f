/** Reports of what people did, for the operator: kept with the moment, and with nothing of a person but the seat. */
import { nanoid } from 'nanoid';
import { REPORTS_EACH, type ReportReason } from '../../shared/protocol/manners.ts';
import type { ConductStore } from '../persistence/conduct-store.ts';
import type { Refusal } from './engine.ts';
import type { Person } from './stewards.ts';

/** Beyond so many a match has been reported enough, by whomever. */
const REPORTS_A_MATCH = 100;

/** Where a match stands when somebody is reported. */
export interface Moment {
  readonly tick: number;
  /** The generation on show, counted from 0. */
  readonly generation: number;
}

export interface Conduct {
  /** Null when it is on disk. */
  report(by: Person, seat: number, why: ReportReason, moment: Moment): Promise<Refusal | null>;
}

const TOO_MANY: Refusal = {
  reason: 'tooManyReports',
  error: `You have reported as much as one can in a match: ${REPORTS_EACH} times. What you reported is kept.`,
};

export function createConduct(matchId: string, store: Pick<ConductStore, 'addConductReport'>): Conduct {
  const made = new Map<string, number>();
  let all = 0;
  return {
    async report(by, seat, why, moment) {
      const before = made.get(by.id) ?? 0;
      if (before >= REPORTS_EACH || all >= REPORTS_A_MATCH) return TOO_MANY;
      await store.addConductReport(matchId, { id: nanoid(), ...moment, seat, why, bySeat: by.seat, at: Date.now() });
      made.set(by.id, before + 1);
      all++;
      return null;
    },
  };
}
