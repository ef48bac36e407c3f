/** Of whom there can be a picture or a film. */
import type { Timeline } from '../../../shared/replay/timeline.ts';
import { opensRound } from '../../../shared/sim/world/create.ts';
import { NO_TWIN } from '../../../shared/sim/world/world.ts';
import { type GenerationRecord, rangeOf } from '../history.ts';

export const SUBJECTS = ['creature', 'twins', 'habitat'] as const;
export type SubjectKind = (typeof SUBJECTS)[number];

/** The generations in which a habitat has one, counted from 0. */
export function generationsWith(
  { frames, recording: { settings } }: Pick<Timeline, 'frames' | 'recording'>,
  kind: SubjectKind,
  habitat: number,
): number[] {
  return frames.flatMap((frame) => {
    if (frame.kind !== 'births') return [];
    const born = frame.counts[habitat] ?? 0;
    const has = kind === 'twins' ? born >= 2 && opensRound(settings, frame.generation) : born > 0;
    return has ? [frame.generation] : [];
  });
}

/** Indices of a habitat's twins, the elder first; null where it has none. */
export function pairIn(record: GenerationRecord, habitat: number): readonly [number, number] | null {
  const [start, end] = rangeOf(record, habitat);
  for (let index = start; index < end; index++) {
    const twin = record.twins[index] ?? NO_TWIN;
    if (twin !== NO_TWIN) return [index, twin];
  }
  return null;
}

/** The member of an ascending list that is nearest to a wish; the wish itself in an empty one. */
export const nearest = (list: readonly number[], wish: number): number =>
  list.reduce((best, each) => (Math.abs(each - wish) < Math.abs(best - wish) ? each : best), list[0] ?? wish);
