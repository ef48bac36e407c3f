/** Keeps on disk who was in a class and which steps it went through, for the teacher's report. */
import type { ReportPerson } from '../../shared/protocol/report.ts';
import type { EvidenceStore } from '../persistence/evidence-store.ts';
import type { LessonState } from './class-state.ts';
import type { People } from './people.ts';

export interface ClassBookParts {
  readonly matchId: string;
  readonly code: string;
  readonly people: People;
  /** Undefined where the class has no lesson. */
  readonly lesson: () => LessonState | undefined;
  readonly store: Pick<EvidenceStore, 'putClassBook'>;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

/** Resolves when all of it is on disk; writes only what has changed. To be called in the match's serial order. */
export type KeepClassBook = () => Promise<void>;

export function createClassBook({ matchId, code, people, lesson, store, begunAt }: ClassBookParts): KeepClassBook {
  let kept = '';
  return async () => {
    const { persons, hostKeyHash } = people;
    if (hostKeyHash === '') return;
    const state = lesson();
    const book = {
      code,
      people: persons.map(
        ({ id, names, seat, team, removed }): ReportPerson => ({ id, names: [...names], seat, team, removed }),
      ),
      lesson: state ? { id: state.id, version: state.version, entered: state.entered } : null,
    };
    const text = JSON.stringify([hostKeyHash, book]);
    if (text === kept) return;
    await store.putClassBook({ matchId, keyHash: hostKeyHash, begunAt, book });
    kept = text;
  };
}
