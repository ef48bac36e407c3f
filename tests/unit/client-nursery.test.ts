import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeveloper, frameSteps } from '../../client/worker/develop.ts';
import type { Job, Reply, Request } from '../../client/worker/jobs.ts';
import { createLru } from '../../client/worker/lru.ts';
import { createNursery, Urgency } from '../../client/worker/nursery.ts';
import { createQueue } from '../../client/worker/queue.ts';
import { seedlingKey } from '../../client/worker/seedling-key.ts';
import { cellCount, divergence } from '../../shared/sim/divergence.ts';
import { BODY_BYTES, MILD, SITES, STEPS } from '../../shared/sim/embryo/body.ts';
import { beginGrowth, grow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';

const genome = FOUNDERS[0]?.genome ?? new Uint8Array();
const seedling = (noiseSeed: number) => ({ genome, noiseSeed, conditions: MILD });
const develop = createDeveloper({ grow, beginGrowth });

/** A worker that answers when it is told to. */
function fakeWorker() {
  const asked: Request[] = [];
  const listeners: ((event: { data: Reply }) => void)[] = [];
  const worker = {
    postMessage: (request: Request) => asked.push(request),
    addEventListener: (kind: string, listener: (event: { data: Reply }) => void) => {
      if (kind === 'message') listeners.push(listener);
    },
  };
  const answer = (request: Request): void => {
    for (const listener of listeners) listener({ data: { id: request.id, ok: true, result: develop(request.job) } });
  };
  return { worker: worker as unknown as Worker, asked, answer };
}

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
    const ask = (noiseSeed: number, urgency: number) => nursery.picture(seedling(noiseSeed), 2, urgency);
    // Two are taken at once; the others wait.
    const first = [ask(1, Urgency.idle), ask(2, Urgency.idle)];
    ask(3, Urgency.idle);
    const gone = ask(4, Urgency.now);
    ask(5, Urgency.now);
    gone.cancel();
    for (const request of asked.slice(0, 2)) answer(request);
    await Promise.all(first.map(({ done }) => done));
    const seeds = asked.map(({ job }: { job: Job }) => (job.kind === 'picture' ? job.of.noiseSeed : -1));
    expect(seeds).toEqual([1, 2, 5, 3]);
  });

  test('remembers a picture, by genome, seed, conditions, size and kernel', async () => {
    const { worker, asked, answer } = fakeWorker();
    const nursery = createNursery(1, () => worker);
    const wish = nursery.picture(seedling(7), 2);
    for (const request of asked) answer(request);
    const picture = await wish.done;
    expect(await nursery.picture(seedling(7), 2).done).toBe(picture);
    expect(nursery.recall(seedling(8), 2)).toBeUndefined();
    nursery.useKernel('another');
    expect(nursery.recall(seedling(7), 2)).toBeUndefined();
    expect(asked).toHaveLength(1);
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
