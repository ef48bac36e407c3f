/**
 * The program: orders to a builder that walks over the lattice with a pen, carried out one after another.
 *
 * It begins with the number of pens (1 to 32), x and y where the first line begins, and four letters a pen: tissue, red, green, blue.
 * Then every letter is an order: three bits say which, five with what number (0 to 31).
 *
 * | order | number n | does |
 * |---|---|---|
 * | pen | n | takes pen n |
 * | lay | n | lays n + 1 cells to the right |
 * | skip | n | walks n + 1 sites to the right |
 * | line | n | goes to the next line, which begins n - 16 sites to the right of where the last began |
 * | repeat | 4 × k + m | does the orders of the last k + 1 lines over again, m + 1 times |
 * | mirror | n | copies all that lies left of the axis, at (15 + n) / 2, to where on the right nothing lies |
 * | fill | n | lays pen n wherever no way leads to the edge of the lattice |
 * | wait | n | does nothing |
 */
import { BODY_BYTES, type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { type Building, type Code, clearHalf, type Encoding, isFather, lay, swing } from './encoding.ts';

export const Order = { pen: 0, lay: 1, skip: 2, line: 3, repeat: 4, mirror: 5, fill: 6, wait: 7 } as const;
export const letter = (order: number, number: number): number => (order << 5) | number;

export const HEAD_LETTERS = 3;
export const PEN_LETTERS = 4;
/** However orders repeat each other, a program ends. */
const MOST_ORDERS = 8192;

/** Where orders begin. */
export const ordersFrom = (code: Code): number => HEAD_LETTERS + PEN_LETTERS * penCount(code);
const penCount = (code: Code): number => Math.max(1, Math.min(32, code[0] ?? 0));

export const program: Encoding = {
  build(code, how) {
    if (how.lost === null) return { body: run(code, how, -1).body, taken: [] };
    const { orders } = run(code, how, -1);
    return run(code, how, Math.floor(orders / 2));
  },

  /** Pen by pen, then line by line in their order; what only the longer has comes with even odds. */
  cross(mother, father, seed) {
    const pick = <Unit>(hers: readonly Unit[], his: readonly Unit[], from: number): Unit[] =>
      Array.from({ length: Math.max(hers.length, his.length) }, (_, at) =>
        isFather(seed, from + at) ? his[at] : hers[at],
      ).flatMap((unit) => (unit === undefined ? [] : [unit]));
    const pens = pick(pensOf(mother), pensOf(father), 1);
    const lines = pick(linesOf(mother), linesOf(father), 64);
    const start = isFather(seed, 0) ? father : mother;
    return Uint8Array.of(pens.length, start[1] ?? 0, start[2] ?? 0, ...pens.flat(), ...lines.flat());
  },
};

const pensOf = (code: Code): number[][] =>
  Array.from({ length: penCount(code) }, (_, pen) => [
    ...code.subarray(HEAD_LETTERS + PEN_LETTERS * pen, HEAD_LETTERS + PEN_LETTERS * (pen + 1)),
  ]);

function linesOf(code: Code): number[][] {
  const lines: number[][] = [];
  for (const order of code.subarray(ordersFrom(code))) {
    if (order >> 5 === Order.line || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(order);
  }
  return lines;
}

interface Builder {
  readonly body: Body;
  readonly code: Code;
  readonly how: Building;
  x: number;
  y: number;
  start: number;
  pen: readonly number[];
  /** Orders carried out so far. */
  orders: number;
}

function run(code: Code, how: Building, cut: number): { body: Body; orders: number; taken: number[] } {
  const [start, y] = [(code[1] ?? 0) & 31, ((code[2] ?? 0) & 31) - 1];
  const builder: Builder = { body: new Uint8Array(BODY_BYTES), code, how, x: start, y, start, pen: [], orders: 0 };
  takePen(builder, 0);
  let taken: number[] = [];
  const lines: number[][] = [];
  const carry = (order: number): void => {
    if (builder.orders >= MOST_ORDERS) return;
    if (how.lost && builder.orders === cut) taken = clearHalf(builder.body, how.lost);
    if (order >> 5 === Order.line) lines.push([]);
    lines.at(-1)?.push(order);
    carryOut(builder, order >> 5, number(builder, order & 31));
    builder.orders++;
  };
  for (const order of code.subarray(ordersFrom(code))) {
    if (order >> 5 !== Order.repeat) {
      carry(order);
      continue;
    }
    builder.orders++;
    const again = number(builder, order & 31);
    const last = lines.slice(-1 - (again >> 2)).flat();
    for (let time = 0; time <= (again & 3); time++) for (const each of last) carry(each);
  }
  return { body: builder.body, orders: builder.orders, taken };
}

/** An order's number as the builder takes it. */
function number({ how, orders }: Builder, said: number): number {
  const heard = how.jitter === 0 ? said : Math.round(said + 32 * how.jitter * swing(how.jitterSeed, orders, 0));
  return Math.max(0, Math.min(31, heard));
}

function carryOut(builder: Builder, order: number, n: number): void {
  if (order === Order.pen) takePen(builder, n);
  else if (order === Order.lay) for (let cell = 0; cell <= n; cell++) layHere(builder);
  else if (order === Order.skip) builder.x += n + 1;
  else if (order === Order.line) {
    builder.y++;
    builder.start += n - 16;
    builder.x = builder.start;
  } else if (order === Order.mirror) mirror(builder.body, 15 + n);
  else if (order === Order.fill) fill(builder, n);
}

function takePen(builder: Builder, pen: number): void {
  const { code, how, orders } = builder;
  const at = HEAD_LETTERS + PEN_LETTERS * (pen % penCount(code));
  builder.pen = [0, 1, 2, 3].map((part) => {
    const [said, range] = [code[at + part] ?? 0, part === 0 ? 8 : 256];
    const heard = (part === 0 ? said & 7 : said) + range * how.jitter * swing(how.jitterSeed, orders, 1 + part);
    return part === 0 ? Math.max(0, Math.min(7, Math.round(heard))) : heard;
  });
}

function layHere(builder: Builder): void {
  const { body, x, y, pen } = builder;
  builder.x++;
  if (x < 0 || y < 0 || x >= LATTICE || y >= LATTICE) return;
  const [tissue = 0, red = 0, green = 0, blue = 0] = pen;
  if (tissue > 0) lay(body, y * LATTICE + x, tissue, red, green, blue);
}

/** `sum`: the x of a site and of its opposite, together. */
function mirror(body: Body, sum: number): void {
  for (let site = 0; site < SITES; site++) {
    const x = site % LATTICE;
    const other = sum - x;
    if (body[site] === 0 || other <= x || other >= LATTICE || body[site - x + other] !== 0) continue;
    for (let field = 0; field < 4; field++) body[field * SITES + site - x + other] = body[field * SITES + site] ?? 0;
  }
}

function fill(builder: Builder, pen: number): void {
  const { body } = builder;
  const before = builder.pen;
  takePen(builder, pen);
  const [tissue = 0, red = 0, green = 0, blue = 0] = builder.pen;
  builder.pen = before;
  const open = openSites(body);
  for (let site = 0; site < SITES; site++) {
    if (body[site] === 0 && !open[site] && tissue > 0) lay(body, site, tissue, red, green, blue);
  }
}

/** Uint8Array[1,024]: 1 where a way over empty sites, side by side, leads to the edge of the lattice. */
export function openSites(tissue: Uint8Array): Uint8Array {
  const open = new Uint8Array(SITES);
  const ways: number[] = [];
  const enter = (site: number): void => {
    if (open[site] || tissue[site] !== 0) return;
    open[site] = 1;
    ways.push(site);
  };
  for (let along = 0; along < LATTICE; along++) {
    for (const site of [along, SITES - 1 - along, along * LATTICE, along * LATTICE + LATTICE - 1]) enter(site);
  }
  for (let site = ways.pop(); site !== undefined; site = ways.pop()) {
    const x = site % LATTICE;
    if (x > 0) enter(site - 1);
    if (x < LATTICE - 1) enter(site + 1);
    if (site >= LATTICE) enter(site - LATTICE);
    if (site < SITES - LATTICE) enter(site + LATTICE);
  }
  return open;
}
