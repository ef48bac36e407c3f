/** Bench “Landscape”: where the states of cells flow while bodies grow, and where they settle. */
import { quantileSorted } from 'simple-statistics';
import { type Body, BodyField, bodyField, type Growth, STEPS } from '../../sim/embryo/body.ts';
import { GENES } from '../../sim/genome.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { type Axes, placesOn, principalAxes } from '../microscope/components.ts';
import { cloneSeeds } from '../twins.ts';
import { cloudLike, findBasins } from './basins.ts';
import { part } from './part.ts';

/** Growths that a landscape is drawn from: the creature's own, and so many twins' less one. */
export const GROWTHS = 16;
/** Cells are looked at after every so many steps: an arrow tells how far they get in this time. */
export const LOOK = 4;
/** A settled state is what lasts: the mean over so many last steps, as on the model card. Younger cells have none. */
const LASTING_STEPS = 8;
/** Bins of the plane along its two axes, for the shade; arrows stand in squares of 2 × 2 of them. */
export const ACROSS = 40;
export const DOWN = 28;
const ARROW_BINS = 2;
/** So many cells must have passed for an arrow. */
const LEAST_PASSING = 8;
/** All of the creature's settled cells lie within the frame; of all cells ever seen this share may lie beyond each side of it. */
const BEYOND = 0.01;

export interface Landscape {
  /** The creature's own first. */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** The plane: the two directions in which the creature's settled cells differ most. */
  readonly axes: Axes;
  readonly extent: Extent;
  /** Float32Array[2 × cells], x and y by turns: the creature's settled cells. */
  readonly places: Float32Array;
  /** Uint8Array[cells]. */
  readonly tissues: Uint8Array;
  /** Int8Array[cells]: the basin of each, 0 the fullest; -1 for none. */
  readonly basinOf: Int8Array;
  readonly basins: readonly Basin[];
  /** How many basins the same count finds in a cloud that has none. */
  readonly cloudBasins: number;
  /** Float32Array[DOWN × ACROSS]: settled cells of all growths, over the fullest bin: 0 to 1. */
  readonly shade: Float32Array;
  readonly arrows: readonly Arrow[];
}

/** A rectangle of the plane, in the plane's units: full expressions of one gene. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

export interface Basin {
  /** The middle of its cells. */
  readonly x: number;
  readonly y: number;
  readonly cells: number;
  /** The commonest tissue, and its share among the cells, 0 to 1. */
  readonly tissue: number;
  readonly pure: number;
}

/** Mean displacement, in LOOK steps, of the cells that passed here. */
export interface Arrow {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly cells: number;
}

interface Look {
  readonly sites: Uint16Array;
  readonly expression: Int16Array;
}

export const drawLandscape: Experiment<Seedling, Landscape> = function* (kernel, { genome, noiseSeed, conditions }) {
  const watched: ReturnType<typeof watch>[] = [];
  for (const seed of cloneSeeds(noiseSeed, GROWTHS)) {
    watched.push(watch(kernel.beginGrowth(genome, seed, conditions)));
    yield (0.4 * watched.length) / GROWTHS;
  }
  const { settled: states = new Int16Array(), tissues = new Uint8Array() } = watched[0] ?? {};
  const basins = yield* part(findBasins(states), 0.4, 0.55);
  const without = yield* part(cloudLike(states, noiseSeed), 0.55, 0.75);
  const cloud = yield* part(findBasins(without), 0.75, 0.9);
  const axes = principalAxes(states);
  const places = placesOn(axes, states);
  const moves: Move[] = [];
  for (const { looks } of watched) {
    moves.push(...movesOf(looks, axes));
    yield 0.9;
  }
  const extent = extentOf(places, moves);
  const bodies = watched.map(({ body }) => body);
  return {
    bodies,
    print: fingerprint(bodies),
    axes,
    extent,
    places,
    tissues,
    basinOf: basins.of,
    basins: basins.sizes.map((cells, at) => ({ cells, ...portrait(at, basins.of, places, tissues) })),
    cloudBasins: cloud.sizes.length,
    shade: shadeOf(
      watched.map(({ settled }) => placesOn(axes, settled)),
      extent,
    ),
    arrows: flow(moves, extent),
  };
};

/** A growth looked at, and of the cells that lived through the last looks the mean expression and the tissue. */
function watch(growth: Growth) {
  const looks: Look[] = [];
  const lasting: Look[] = [];
  while (growth.advance()) {
    const last = growth.step > STEPS - LASTING_STEPS;
    if (growth.step % LOOK !== 0 && !last) continue;
    const look = { sites: growth.sites(), expression: growth.expression() };
    if (growth.step % LOOK === 0) looks.push(look);
    if (last) lasting.push(look);
  }
  const body = growth.body();
  const tissue = bodyField(body, BodyField.tissue);
  const slots = lasting.map(({ sites }) => slotsOf(sites));
  const stayed = [...(lasting.at(-1)?.sites ?? [])].filter((site) => slots.every((each) => each.has(site)));
  const settled = new Int16Array(GENES * stayed.length);
  stayed.forEach((site, c) => {
    for (let gene = 0; gene < GENES; gene++) {
      const sum = lasting.reduce(
        (all, { sites, expression }, at) => all + (expression[gene * sites.length + (slots[at]?.get(site) ?? 0)] ?? 0),
        0,
      );
      settled[gene * stayed.length + c] = Math.round(sum / lasting.length);
    }
  });
  return { body, looks, settled, tissues: Uint8Array.from(stayed, (site) => tissue[site] ?? 0) };
}

/** The slot of each site's cell. */
export const slotsOf = (sites: Uint16Array): Map<number, number> =>
  new Map(Array.from(sites, (site, slot) => [site, slot]));

/** Where cells were at one look, and how far they had got at the next: x, y, dx, dy. A cell never leaves its site. */
type Move = readonly [number, number, number, number];

function movesOf(looks: readonly Look[], axes: Axes): Move[] {
  const places = looks.map(({ expression }) => placesOn(axes, expression));
  return looks.slice(1).flatMap(({ sites }, at) => {
    const [from, to] = [places[at] ?? [], places[at + 1] ?? []];
    const slots = slotsOf(sites);
    return Array.from(looks[at]?.sites ?? []).flatMap((site, before): Move[] => {
      const after = slots.get(site);
      if (after === undefined) return [];
      const [x, y] = [from[2 * before] ?? 0, from[2 * before + 1] ?? 0];
      return [[x, y, (to[2 * after] ?? 0) - x, (to[2 * after + 1] ?? 0) - y]];
    });
  });
}

function extentOf(places: Float32Array, moves: readonly Move[]): Extent {
  const ends = (axis: 0 | 1): readonly [number, number] => {
    const settled = places.filter((_, at) => at % 2 === axis);
    const along = moves.map((move) => move[axis]).sort((a, b) => a - b);
    if (along.length === 0) return [-1, 1];
    const low = Math.min(quantileSorted(along, BEYOND), ...settled);
    const high = Math.max(quantileSorted(along, 1 - BEYOND), ...settled);
    const room = Math.max(0.01, (high - low) * 0.05);
    return [low - room, high + room];
  };
  const [[left, right], [low, high]] = [ends(0), ends(1)];
  return { left, right, low, high };
}

/** The bin of a place; what lies outside counts to the edge. */
function binAt(x: number, y: number, { left, right, low, high }: Extent): number {
  const column = Math.floor(((x - left) / (right - left)) * ACROSS);
  const row = Math.floor(((y - low) / (high - low)) * DOWN);
  return Math.min(DOWN - 1, Math.max(0, row)) * ACROSS + Math.min(ACROSS - 1, Math.max(0, column));
}

function shadeOf(clouds: readonly Float32Array[], extent: Extent): Float32Array {
  const shade = new Float32Array(ACROSS * DOWN);
  for (const places of clouds) {
    for (let at = 0; at < places.length; at += 2) {
      const bin = binAt(places[at] ?? 0, places[at + 1] ?? 0, extent);
      shade[bin] = (shade[bin] ?? 0) + 1;
    }
  }
  const most = Math.max(1, ...shade);
  return shade.map((cells) => cells / most);
}

function flow(moves: readonly Move[], extent: Extent): Arrow[] {
  const squares = new Map<number, Move[]>();
  for (const move of moves) {
    const bin = binAt(move[0], move[1], extent);
    const square = Math.floor(bin / ACROSS / ARROW_BINS) * ACROSS + Math.floor((bin % ACROSS) / ARROW_BINS);
    const passing = squares.get(square);
    if (passing) passing.push(move);
    else squares.set(square, [move]);
  }
  return [...squares.values()]
    .filter((passing) => passing.length >= LEAST_PASSING)
    .map((passing) => {
      const mean = (of: 0 | 1 | 2 | 3): number => passing.reduce((sum, move) => sum + move[of], 0) / passing.length;
      return { x: mean(0), y: mean(1), dx: mean(2), dy: mean(3), cells: passing.length };
    });
}

function portrait(basin: number, basinOf: Int8Array, places: Float32Array, tissues: Uint8Array): Omit<Basin, 'cells'> {
  const cells = [...basinOf.keys()].filter((cell) => basinOf[cell] === basin);
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(tissues[cell] ?? 0, (counts.get(tissues[cell] ?? 0) ?? 0) + 1);
  const [tissue, most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0];
  const mean = (axis: number): number =>
    cells.reduce((sum, cell) => sum + (places[2 * cell + axis] ?? 0), 0) / cells.length;
  return { x: mean(0), y: mean(1), tissue, pure: most / cells.length };
}
