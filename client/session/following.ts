/**
 * Who belongs to somebody in other generations: before it its mothers, one in each generation; after it all who descend from it
 * through mothers. So a line can be pointed out wherever one looks. Plain functions over the frames of a recording.
 */
import { FOUNDER_PARENT, type Frame } from '../../shared/sim/world/world.ts';

/** One creature, or the two of a pair. */
export interface Following {
  readonly generation: number;
  readonly indices: readonly number[];
}

/** Uint16Array[newborn]: the mothers of a generation; none where it is not recorded. */
export function mothersIn(frames: readonly Frame[], generation: number): Uint16Array {
  const births = frames[2 * generation];
  return births?.kind === 'births' ? births.mothers : new Uint16Array();
}

/** The indices, in `generation`, of those who belong to whom one follows: none where the line had not begun or has ended. */
export function kinIn(frames: readonly Frame[], { generation: own, indices }: Following, generation: number): number[] {
  let kin = [...new Set(indices)];
  for (let at = own; at > generation; at--) {
    const mothers = mothersIn(frames, at);
    const before = kin.map((index) => mothers[index] ?? FOUNDER_PARENT);
    kin = [...new Set(before.filter((mother) => mother !== FOUNDER_PARENT))];
  }
  for (let at = own + 1; at <= generation && kin.length > 0; at++) {
    const parents = new Set(kin);
    kin = [...mothersIn(frames, at)].flatMap((mother, index) => (parents.has(mother) ? [index] : []));
  }
  return kin;
}

/** The first and last generation in which the line has anybody, of `generations`. */
export function spanOf(frames: readonly Frame[], following: Following, generations: number): readonly [number, number] {
  let [first, last] = [following.generation, following.generation];
  while (first > 0 && kinIn(frames, following, first - 1).length > 0) first--;
  while (last + 1 < generations && kinIn(frames, following, last + 1).length > 0) last++;
  return [first, last];
}
