import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBodyStore } from '../../client/worker/body-store.ts';
import { createDeveloper, frameSteps } from '../../client/worker/develop.ts';
import type { Portrait, Reply, Request } from '../../client/worker/jobs.ts';
import { createLru } from '../../client/worker/lru.ts';
import { createNursery, Urgency } from '../../client/worker/nursery.ts';
import { createQueue } from '../../client/worker/queue.ts';
import { seedlingKey } from '../../client/worker/seedling-key.ts';
import { paintAfar } from '../../shared/paint/afar.ts';
import { cellCount, divergence } from '../../shared/sim/divergence.ts';
import { BODY_BYTES, LATTICE, MILD, SITES, STEPS } from '../../shared/sim/embryo/body.ts';
import { beginGrowth, grow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { measure } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const genome = FOUNDERS[0]?.genome ?? new Uint8Array();
const seedling = (noiseSeed: number) => ({ genome, noiseSeed, conditions: MILD });
const develop = createDeveloper({ grow, beginGrowth });

/** A worker that answers when it is told to. */
function fakeWorker() {
  /** Messages, each of one request or several. */
  const asked: (readonly Request[])[] = [];
  const listeners: ((event: { data: readonly Reply[] }) => void)[] = [];
  const worker = {
    postMessage: (requests: readonly Request[]) => asked.push(requests),
    addEventListener: (kind: string, listener: (event: { data: readonly Reply[] }) => void) => {
      if (kind === 'message') listeners.push(listener);
    },
  };
  const answer = (requests: readonly Request[]): void => {
    const data = requests.map(({ id, job }): Reply => ({ id, ok: true, result: develop(job) }));
    for (const listener of listeners) listener({ data });
  };
  return { worker: worker as unknown as Worker, asked, answer };
}

const seedOf = ({ job }: Request): number => (job.kind === 'picture' ? job.of.noiseSeed : -1);
/** Wishes of one moment leave together, at its end. */
const endOfMoment = (): Promise<void> => Promise.resolve();

describe('development for the screen', () => {
  test('a film begins with few cells and ends with the finished body', () => {
    const film = develop({ kind: 'film', of: seedling(1), scale: 2, frames: 5 });
    const whole = develop({ kind: 'picture', of: seedling(1), scale: 2 });
    if (!Array.isArray(film) || !('data' in whole)) throw new Error('The jobs were confused.');
    expect(film.map(({ step }) => step)).toEqual(frameSteps(5));
    expect(film[0].cells).toBeLessThan(20);
    expect(film.at(-1).cells).toBe(cellCount(grow(genome, 1, MILD)));
    expect(film.at(-1).picture.data).toEqual(whole.data);
  });

  test('twins of one genome end apart by just what their bodies differ; a body is not apart from itself', () => {
    const twins = develop({ kind: 'twins', first: seedling(1), second: seedling(2), scale: 2, frames: 3 });
    if (!('divergence' in twins)) throw new Error('The jobs were confused.');
    expect(twins.divergence.at(-1)).toBe(divergence(grow(genome, 1, MILD), grow(genome, 2, MILD)));
    expect(twins.divergence.at(-1)).toBeGreaterThan(0);
    expect(divergence(grow(genome, 1, MILD), grow(genome, 1, MILD))).toBe(0);
  });

  test('divergence is symmetric, between 0 and 1, and 1 where nothing is shared', () => {
    const body = fc.uint8Array({ minLength: BODY_BYTES, maxLength: BODY_BYTES });
    fc.assert(
      fc.property(body, body, (one, other) => {
        const apart = divergence(one, other);
        expect(apart).toBe(divergence(other, one));
        expect(apart).toBeGreaterThanOrEqual(0);
        expect(apart).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
    const left = new Uint8Array(BODY_BYTES).fill(1, 0, 10);
    const right = new Uint8Array(BODY_BYTES).fill(1, SITES - 10, SITES);
    expect(divergence(left, right)).toBe(1);
  });

  test('frames are spread from the first step to the last', () => {
    expect(frameSteps(2)).toEqual([0, STEPS]);
    expect(frameSteps(23)).toHaveLength(23);
  });
});

describe('the nursery', () => {
  test('serves the most urgent wish first and forgets who has gone', async () => {
    const { worker, asked, answer } = fakeWorker();
    const nursery = createNursery(1, () => worker);
    const film = (noiseSeed: number, urgency: number) =>
      nursery.ask({ kind: 'film', of: seedling(noiseSeed), scale: 2, frames: 2 }, urgency);
    const ask = (noiseSeed: number, urgency: number) => nursery.picture(seedling(noiseSeed), 2, urgency);
    // Two messages are taken at once; the others wait.
    const first = [film(1, Urgency.now), film(2, Urgency.now)];
    await endOfMoment();
    ask(3, Urgency.idle);
    const gone = ask(4, Urgency.now);
    ask(5, Urgency.now);
    gone.cancel();
    for (const requests of asked.slice(0, 2)) answer(requests);
    await Promise.all(first.map(({ done }) => done));
    expect(asked.slice(2).map((requests) => requests.map(seedOf))).toEqual([[5], [3]]);
  });

  test('sends small pictures that are equally urgent together, and large ones alone', async () => {
    const { worker, asked } = fakeWorker();
    const nursery = createNursery(1, () => worker);
    for (let seed = 0; seed < 3; seed++) nursery.picture(seedling(seed), 2, Urgency.visible);
    nursery.picture(seedling(3), 8, Urgency.visible);
    await endOfMoment();
    expect(asked.map((requests) => requests.map(seedOf))).toEqual([[0, 1, 2], [3]]);
  });

  test('starts a second worker when many wait; a body always goes to the same one, be it to be shown or measured', async () => {
    const workers = [fakeWorker(), fakeWorker()];
    let started = 0;
    const nursery = createNursery(2, () => workers[started++]?.worker as Worker);
    const few = Array.from({ length: 10 }, (_, seed) => nursery.picture(seedling(seed), 2));
    await endOfMoment();
    expect(started).toBe(1);
    for (let seed = 10; seed < 110; seed++) few.push(nursery.picture(seedling(seed), 2));
    await endOfMoment();
    expect(started).toBe(2);
    /** Lets all answer what they have been asked; false where nobody was. */
    const answerAll = (): boolean =>
      workers.map(({ asked, answer }) => asked.splice(0).map(answer).length > 0).includes(true);
    while (answerAll()) await endOfMoment();
    await Promise.all(few.map(({ done }) => done));

    const rows = nursery.ask({ kind: 'measure', of: [4, 7, 9, 12].map(seedling) });
    await endOfMoment();
    const measured = workers.map(({ asked }) =>
      asked.flat().map(({ job }) => job.kind === 'measure' && job.of.map((of) => of.noiseSeed)),
    );
    expect(measured).toEqual([[[4, 12]], [[7, 9]]]);
    answerAll();
    expect(await rows.done).toEqual(develop({ kind: 'measure', of: [4, 7, 9, 12].map(seedling) }));
  });

  test('remembers a picture, by genome, seed, conditions, size and kernel', async () => {
    const { worker, asked, answer } = fakeWorker();
    const nursery = createNursery(1, () => worker);
    const wish = nursery.picture(seedling(7), 2);
    await endOfMoment();
    for (const requests of asked) answer(requests);
    const picture = await wish.done;
    expect(await nursery.picture(seedling(7), 2).done).toBe(picture);
    expect(nursery.recall(seedling(8), 2)).toBeUndefined();
    nursery.useKernel('another');
    expect(nursery.recall(seedling(7), 2)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });
});

describe('bodies kept', () => {
  const grownBy = (seed: number, from = grow) => {
    const body = from(FOUNDERS[seed % FOUNDERS.length]?.genome ?? genome, seed, MILD);
    return { body, traits: measure(body) };
  };

  test('come back as they were, those of every founder', () => {
    const store = createBodyStore(1);
    const { grow: quick } = currentKernel();
    const bodies = FOUNDERS.map((_, at) => grownBy(at, quick));
    bodies.forEach((grown, at) => {
      store.set(String(at), grown);
    });
    bodies.forEach((grown, at) => {
      expect(store.get(String(at))).toEqual(grown);
    });
    expect(store.get('nobody')).toBeUndefined();
  });

  test('the first go when there is no more room, and memory does not grow', () => {
    const store = createBodyStore(2);
    const grown = grownBy(1);
    const many = 3000;
    for (let at = 0; at < many; at++) store.set(String(at), grown);
    const there = Array.from({ length: many }, (_, at) => store.get(String(at)) !== undefined);
    expect(there.lastIndexOf(false)).toBe(there.indexOf(true) - 1);
    expect(there.filter(Boolean).length).toBeGreaterThan(500);
    expect(store.get(String(many - 1))).toEqual(grown);
  });

  test('a picture from afar has the body’s cells and no others', () => {
    const body = grow(genome, 3, MILD);
    const { data, width, height } = paintAfar(body);
    expect([width, height]).toEqual([LATTICE, LATTICE]);
    const cells = Array.from({ length: SITES }, (_, site) => Number((body[site] ?? 0) > 0));
    expect(Array.from({ length: SITES }, (_, site) => Number((data[site * 4 + 3] ?? 0) > 0))).toEqual(cells);
  });

  test('pictures from afar lie together, and are whole after the first have been handed over', () => {
    const paint = (seed: number) => develop({ kind: 'picture', of: seedling(seed), scale: 1 }) as Portrait;
    const alone = [1, 2, 3].map((seed) => paintAfar(grow(genome, seed, MILD)).data);
    const [one, two] = [paint(1), paint(2)];
    expect(one.data.buffer).toBe(two.data.buffer);
    expect([one.data, two.data]).toEqual(alone.slice(0, 2));
    expect(one.traits).toEqual(measure(grow(genome, 1, MILD)));
    structuredClone(one.data, { transfer: [one.data.buffer] });
    expect(paint(3).data).toEqual(alone[2]);
  });
});

describe('small parts', () => {
  test('a cache forgets what was used longest ago', () => {
    const cache = createLru<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });
  test('a queue hands out by urgency, then by age', () => {
    const queue = createQueue<string>();
    queue.add('late', 2, 1);
    queue.add('first', 1, 2);
    queue.add('second', 1, 3);
    expect(queue.remove(1)).toBe(true);
    expect(queue.remove(1)).toBe(false);
    expect([queue.take(), queue.take(), queue.take()]).toEqual(['first', 'second', undefined]);
  });
  test('two seedlings have one key only when they are the same', () => {
    const other = genome.slice();
    other[100] = (other[100] ?? 0) ^ 1;
    const keys = [
      seedlingKey(seedling(1)),
      seedlingKey(seedling(2)),
      seedlingKey({ ...seedling(1), genome: other }),
      seedlingKey({ ...seedling(1), conditions: { ...MILD, temperature: 5 } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(seedlingKey({ ...seedling(1), genome: genome.slice() })).toBe(keys[0]);
  });
});
