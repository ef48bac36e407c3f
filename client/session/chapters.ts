/** The chapters of a recorded match: places on its line that are worth going to. Plain functions. */
import type { TraitName } from '../../shared/sim/trait-names.ts';
import { roundOf } from '../../shared/sim/world/world.ts';
import { fractionOfSeason, scenesOf } from './course.ts';
import type { Course, HappeningKind } from './happenings.ts';

/** The generation in which a trait's mean moved farthest from that of the generation before, in standard deviations. */
export interface Shift {
  readonly generation: number;
  readonly habitat: number;
  readonly trait: TraitName;
  readonly up: boolean;
}

/** A place in a match that is worth going to. */
export interface Chapter {
  readonly kind: 'deadliest' | 'shift' | 'end' | HappeningKind;
  readonly generation: number;
  readonly position: number;
  readonly habitats: readonly number[];
  readonly what: readonly string[];
  /** Of a round: its number, counted from 0; of the deadliest season: how many of its newborn died, in per cent. */
  readonly amount: number;
}

const CHAPTERS: readonly HappeningKind[] = ['round', 'exam', 'disaster', 'extinction', 'resettling'];

/** The chapters of a match, in their order. `shift`: where it is known. */
export function chaptersOf(course: Course, shift: Shift | null = null): Chapter[] {
  const { settings, happenings, tolls } = course;
  const plain = { habitats: [], what: [], amount: 0 };
  const firstAct = happenings.find(({ kind }) => kind === 'intervention');
  const told = happenings.filter((each) => CHAPTERS.includes(each.kind) || each === firstAct);
  const shares = tolls.map(({ born, died }) => (born > 0 ? died / born : 0));
  const worst = shares.reduce((best, share, at) => (share > (shares[best] ?? 0) ? at : best), 0);
  const chapters: Chapter[] = told.map((each) => ({
    ...each,
    amount: each.kind === 'round' ? roundOf(settings, each.generation) : 0,
  }));
  if ((shares[worst] ?? 0) > 0) {
    const position = worst + fractionOfSeason(scenesOf(settings, worst), 0);
    chapters.push({
      ...plain,
      kind: 'deadliest',
      generation: worst,
      position,
      amount: Math.round(100 * (shares[worst] ?? 0)),
    });
  }
  if (shift) {
    chapters.push({
      ...plain,
      kind: 'shift',
      generation: shift.generation,
      position: shift.generation,
      habitats: [shift.habitat],
    });
  }
  const last = tolls.length - 1;
  chapters.push({ ...plain, kind: 'end', generation: last, position: tolls.length });
  return chapters.sort((a, b) => a.position - b.position);
}
