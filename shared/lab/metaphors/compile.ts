/** From a body to a program that rebuilds it well. */
import { BODY_BYTES, type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { type Code, usual } from './encoding.ts';
import { cellAt, choosePens, type Pen } from './pens.ts';
import { letter, Order, program } from './program.ts';
import { corrections, deflated } from './weigh.ts';

interface Style {
  readonly pens: number;
  /** Letters that are worth spending to have one cell wholly right. */
  readonly care: number;
  readonly mirrored: boolean;
  readonly filled: boolean;
}

const STYLES: readonly Style[] = [4, 8, 16, 32].flatMap((pens) =>
  [6, 30].flatMap((care) =>
    [false, true].flatMap((mirrored) => [false, true].map((filled) => ({ pens, care, mirrored, filled }))),
  ),
);

/**
 * Of several programs the one by which the body itself is told in the fewest bytes: its own letters and what it gets wrong, both
 * deflated (the shortest description: Rissanen 1978). Yields now and then.
 */
export function* compile(body: Body): Generator<number, Code> {
  let best: Code = Uint8Array.of(1, 0, 0);
  let least = Number.POSITIVE_INFINITY;
  for (const [at, style] of STYLES.entries()) {
    const code = compileIn(body, style);
    const bytes = deflated(code) + corrections(program.build(code, usual(0)).body, body);
    if (bytes < least) {
      best = code;
      least = bytes;
    }
    yield (at + 1) / STYLES.length;
  }
  return best;
}

/** Which pen lays each site: -1 where nothing is laid. */
type Plan = Int8Array;

function compileIn(body: Body, { pens: count, care, mirrored, filled }: Style): Code {
  const wanted = mirrored ? leftOf(body) : body;
  const pens = choosePens(wanted, count);
  const plan = new Int8Array(SITES).fill(-1);
  for (let y = 0; y < LATTICE; y++) planRow(wanted, pens, care, y, plan);
  const base = filled ? hollow(plan, pens.length, mirrored) : -1;
  const rows = within(rowsOf(plan));
  return Uint8Array.of(
    pens.length,
    rows[0]?.start ?? 0,
    rows[0]?.y ?? 0,
    ...pens.flat(),
    ...lines(rows),
    ...(mirrored ? [letter(Order.mirror, 16)] : []),
    ...(base >= 0 ? [letter(Order.fill, base)] : []),
  );
}

function leftOf(body: Body): Body {
  const left = new Uint8Array(BODY_BYTES);
  for (let at = 0; at < 4 * SITES; at++) if (at % LATTICE < LATTICE / 2) left[at] = body[at] ?? 0;
  return left;
}

/** To take another pen costs two letters, to keep it none: the cheapest way along the row (Viterbi 1967). */
function planRow(body: Body, pens: readonly Pen[], care: number, y: number, plan: Plan): void {
  const costs = new Float64Array(pens.length);
  const came = new Int8Array(LATTICE * pens.length);
  for (let x = 0; x < LATTICE; x++) {
    const cell = cellAt(body, y * LATTICE + x);
    const cheapest = lowest(costs);
    const change = (costs[cheapest] ?? 0) + 2;
    for (let pen = 0; pen < pens.length; pen++) {
      const kept = costs[pen] ?? 0;
      came[x * pens.length + pen] = kept <= change ? pen : cheapest;
      costs[pen] = Math.min(kept, change) + (cell[0] === 0 ? 0 : care * wrong(cell, pens[pen]));
    }
  }
  let pen = lowest(costs);
  for (let x = LATTICE - 1; x >= 0; x--) {
    if (body[y * LATTICE + x] !== 0) plan[y * LATTICE + x] = pen;
    pen = came[x * pens.length + pen] ?? 0;
  }
}

/** The first of the least. */
function lowest(costs: Float64Array): number {
  let best = 0;
  for (let at = 1; at < costs.length; at++) if ((costs[at] ?? 0) < (costs[best] ?? 0)) best = at;
  return best;
}

/** As bodies differ (likeness.ts): ½ for another tissue, up to ½ for another colour. */
function wrong(cell: Pen, pen: Pen | undefined): number {
  if (pen === undefined) return 1;
  const colour = Math.abs(cell[1] - pen[1]) + Math.abs(cell[2] - pen[2]) + Math.abs(cell[3] - pen[3]);
  return (cell[0] === pen[0] ? 0 : 0.5) + colour / (6 * 255);
}

/** Leaves out what a filling will lay: the cells of the commonest pen that other cells shut in. Returns that pen. */
function hollow(plan: Plan, pens: number, mirrored: boolean): number {
  const counts = Array.from({ length: pens }, (_, pen) => plan.filter((laid) => laid === pen).length);
  const base = counts.indexOf(Math.max(...counts));
  // Only what touches neither the open nor another way out: all eight neighbours belong to the body.
  const opposite = (site: number): number => site - (site % LATTICE) + (LATTICE - 1 - (site % LATTICE));
  const there = (site: number): boolean =>
    (plan[site] ?? -1) >= 0 || (mirrored && site % LATTICE >= LATTICE / 2 && (plan[opposite(site)] ?? -1) >= 0);
  const shutIn = plan.map((pen, site) => Number(pen === base && ROUND.every((step) => there(site + step))));
  for (let site = 0; site < SITES; site++) if (shutIn[site]) plan[site] = -1;
  return base;
}
const ROUND = [-LATTICE - 1, -LATTICE, 1 - LATTICE, -1, 1, LATTICE - 1, LATTICE, LATTICE + 1] as const;

interface Row {
  readonly y: number;
  readonly start: number;
  /** Lay, skip and pen from the row's start on. */
  readonly orders: readonly number[];
}

/** From the first row with a cell to the last; an empty one begins where the one above does. */
function rowsOf(plan: Plan): Row[] {
  const rows: Row[] = [];
  let pen = 0;
  for (let y = 0; y < LATTICE; y++) {
    const laid = plan.subarray(y * LATTICE, (y + 1) * LATTICE);
    const start = laid.findIndex((each) => each >= 0);
    if (start < 0) {
      const above = rows.at(-1);
      if (above) rows.push({ y, start: above.start, orders: [] });
      continue;
    }
    const orders: number[] = [];
    const end = laid.findLastIndex((each) => each >= 0);
    for (let x = start; x <= end; ) {
      const here = laid[x] ?? -1;
      let length = 1;
      while (x + length <= end && laid[x + length] === here) length++;
      if (here >= 0 && here !== pen) orders.push(letter(Order.pen, here));
      if (here >= 0) pen = here;
      orders.push(letter(here >= 0 ? Order.lay : Order.skip, length - 1));
      x += length;
    }
    rows.push({ y, start, orders });
  }
  while (rows.at(-1)?.orders.length === 0) rows.pop();
  return rows;
}

/** A line begins at most 16 sites to the left of the last one and 15 to its right: rows that would not, begin with a walk. */
function within(rows: readonly Row[]): Row[] {
  const starts = rows.map(({ start }) => start);
  for (let at = starts.length - 2; at >= 0; at--) starts[at] = Math.min(starts[at] ?? 0, (starts[at + 1] ?? 0) + 16);
  return rows.map((row, at) => {
    const start = Math.min(starts[at] ?? 0, (starts[at - 1] ?? LATTICE) + 15);
    starts[at] = start;
    const walk = row.start - start;
    return { y: row.y, start, orders: walk > 0 ? [letter(Order.skip, walk - 1), ...row.orders] : row.orders };
  });
}

/** Rows as lines, each from where the last began; lines that come again are repeated rather than said. */
function lines(rows: readonly Row[]): number[] {
  const said = rows.map(({ start, orders }, at) => [
    letter(Order.line, 16 + start - (rows[at - 1]?.start ?? start)),
    ...orders,
  ]);
  const letters: number[] = [];
  for (let at = 0; at < said.length; ) {
    const { lines: count, times } = longestRepeat(said, at);
    if (count * times > 0) letters.push(letter(Order.repeat, ((count - 1) << 2) | (times - 1)));
    else letters.push(...(said[at] ?? []));
    at += Math.max(1, count * times);
  }
  return letters;
}

/** How many of the last lines before `at` come again from `at` on, and how often (each 0 if none). */
function longestRepeat(said: readonly (readonly number[])[], at: number): { lines: number; times: number } {
  let best = { lines: 0, times: 0 };
  for (let count = 1; count <= Math.min(8, at); count++) {
    for (let times = 1; times <= 4 && at + count * times <= said.length; times++) {
      const again = said
        .slice(at + count * (times - 1), at + count * times)
        .every((line, which) => same(line, said[at - count + which] ?? []));
      if (!again) break;
      if (count * times > best.lines * best.times) best = { lines: count, times };
    }
  }
  return best;
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
