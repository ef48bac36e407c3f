/** Where cells lie on the plate: at their sites in the body, or by their expression on the atlas. */
import type { Film } from '../../../shared/lab/microscope/film.ts';
import { livingThen } from '../../../shared/lab/microscope/lines.ts';
import { LATTICE } from '../../../shared/sim/embryo/body.ts';

export type View = 'body' | 'atlas';

export interface Spot {
  /** The cell's number, from 0. */
  readonly cell: number;
  /** Its slot in the frame. */
  readonly slot: number;
  /** On the plate: 0 to 1 from its left, and from its top. */
  readonly x: number;
  readonly y: number;
}

export interface Ground {
  /** Side of a site, as a share of the plate's; 0 on the atlas. */
  readonly site: number;
  readonly spotAt: (step: number, slot: number) => Spot;
}

/** Share of the plate that stays free at each edge. */
const EDGE = 0.04;

/** The plate shows what the whole film needs, so that nothing jumps from step to step. */
export function groundOf(film: Film, view: View): Ground {
  const pointOf: Point =
    view === 'atlas'
      ? (step, slot) => [film.frames[step]?.places[2 * slot] ?? 0, -(film.frames[step]?.places[2 * slot + 1] ?? 0)]
      : (step, slot) => siteOf(film, film.frames[step]?.cells[slot] ?? 0);
  const box = boxOf(film, pointOf, view === 'atlas' ? 0.1 : 1);
  return {
    site: view === 'atlas' ? 0 : (1 - 2 * EDGE) / box.side,
    spotAt(step, slot) {
      const [x, y] = pointOf(step, slot);
      const cell = film.frames[step]?.cells[slot] ?? -1;
      return { cell, slot, x: onPlate(x, box.x, box.side), y: onPlate(y, box.y, box.side) };
    },
  };
}

export const spotsAt = ({ frames }: Film, ground: Ground, step: number): Spot[] =>
  Array.from(frames[step]?.cells ?? [], (_, slot) => ground.spotAt(step, slot));

type Point = (step: number, slot: number) => readonly [x: number, y: number];

const siteOf = ({ sites }: Film, cell: number): readonly [number, number] => {
  const site = sites[cell] ?? 0;
  return [(site % LATTICE) + 0.5, Math.floor(site / LATTICE) + 0.5];
};

const onPlate = (at: number, middle: number, side: number): number => 0.5 + ((at - middle) / side) * (1 - 2 * EDGE);

/** The smallest square, `room` wider than all points, about their middle. */
function boxOf(film: Film, pointOf: Point, room: number): { x: number; y: number; side: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  film.frames.forEach(({ cells }, step) => {
    for (let slot = 0; slot < cells.length; slot++) {
      const [x, y] = pointOf(step, slot);
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  });
  return { x: (left + right) / 2, y: (top + bottom) / 2, side: Math.max(right - left, bottom - top) + room };
}

/** How near a tap must be to a cell, as a share of the plate. */
const NEAR = 0.04;

/** The cell that a tap means, if any. */
export function spotNear(spots: readonly Spot[], x: number, y: number): Spot | undefined {
  return leastOf(spots, (spot) => {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    return distance <= NEAR ? distance : null;
  });
}

/** Ways to the side cost this much more than ways ahead. */
const ASIDE = 2.5;

/** The next cell from (x, y) in a direction, one of (±1, 0) and (0, ±1); none at the edge. */
export function spotTowards(
  spots: readonly Spot[],
  [x, y]: readonly [x: number, y: number],
  [dx, dy]: readonly [dx: number, dy: number],
): Spot | undefined {
  return leastOf(spots, (spot) => {
    const ahead = (spot.x - x) * dx + (spot.y - y) * dy;
    const aside = Math.abs((spot.x - x) * dy) + Math.abs((spot.y - y) * dx);
    return ahead > 1e-6 ? ahead + ASIDE * aside : null;
  });
}

function leastOf(spots: readonly Spot[], cost: (spot: Spot) => number | null): Spot | undefined {
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of spots) {
    const its = cost(spot);
    if (its !== null && its < least) [best, least] = [spot, its];
  }
  return best;
}

/** Where a cell came from: on the body from mother to mother, on the atlas from step to step. */
export function trackOf(film: Film, ground: Ground, cell: number, until: number): (readonly [x: number, y: number])[] {
  const track: (readonly [number, number])[] = [];
  for (let step = 0; step <= until; step++) {
    const slot = film.frames[step]?.cells.indexOf(livingThen(film, cell, step)) ?? -1;
    if (slot < 0) continue;
    const { x, y } = ground.spotAt(step, slot);
    const last = track.at(-1);
    if (last?.[0] !== x || last[1] !== y) track.push([x, y]);
  }
  return track;
}
