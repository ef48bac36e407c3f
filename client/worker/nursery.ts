/**
 * The page's side of the workers: asks for bodies, most urgent first, and remembers pictures. Few jobs are under way at a
 * time, so that a new, more urgent wish never waits behind a long queue and a wish that nobody has any more costs nothing.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import type { Job, Portrait, Reply, Request, Result, Scale, Seedling } from './jobs.ts';
import { createLru } from './lru.ts';
import { createQueue, type Queue } from './queue.ts';
import { seedlingKey } from './seedling-key.ts';

/** Smaller is more urgent. */
export const Urgency = { now: 0, visible: 1, soon: 2, idle: 3 } as const;

export interface Wish<Value> {
  readonly done: Promise<Value>;
  /** Nobody wants it any more. `done` then never settles. */
  cancel(): void;
}

export interface Nursery {
  /** Why no body grows on this page; empty while all is well. */
  readonly stopped: ReadonlySignal<string>;
  /** The kernel by which bodies grow from now on. */
  useKernel(name: string): void;
  ask<Each extends Job>(job: Each, urgency?: number): Wish<Result<Each['kind']>>;
  /** The picture at once if it is remembered. */
  recall(of: Seedling, scale: Scale): Portrait | undefined;
  picture(of: Seedling, scale: Scale, urgency?: number): Wish<Portrait>;
}

/** Two messages under way for each worker: one at work, one at the door. */
const UNDER_WAY = 2;
/** Small pictures in one message: a message costs as much as the growth of a body, and these take a worker some 3 ms. */
const TOGETHER = 16;
/** With so many waiting a further worker is started: one that hardly works is only in the way. */
const CROWDED = 64;
/** Pictures remembered: at scale 2 these are 16 KB each. */
const KEPT_PICTURES = 1600;

interface Lane {
  readonly worker: Worker;
  /** Messages under way, each of one request or several. */
  busy: number;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  /** The message with which it went to a worker; null while it is queued. */
  message: Message | null;
}

interface Message {
  readonly lane: Lane;
  left: number;
}

interface Queued {
  readonly request: Request;
  readonly urgency: number;
}

/** Starts a worker, and up to `mostWorkers` when many bodies are wanted. One page needs one nursery: see `nursery()`. */
export function createNursery(mostWorkers: number, makeWorker: () => Worker): Nursery {
  const stopped = signal('');
  let kernel = CURRENT_KERNEL;
  const remembered = createLru<Portrait>(KEPT_PICTURES);
  const waiting = new Map<number, Waiting>();
  const lanes: Lane[] = [];
  const queue: Queue<Queued> = createQueue();
  let nextId = 1;
  addLane();

  const keyOf = (of: Seedling, scale: Scale): string => `${kernel}/${seedlingKey(of)}@${scale}`;

  function addLane(): void {
    const worker = makeWorker();
    lanes.push({ worker, busy: 0 });
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Reply[]>) => {
      for (const reply of data) settle(reply);
      dispatch();
    });
    worker.addEventListener('error', (event) => {
      // A worker that cannot even load answers nothing: tell everyone who waits, and whoever asks later.
      stopped.value = event.message || 'stopped';
      for (const entry of waiting.values()) entry.reject(new Error(stopped.value));
      waiting.clear();
    });
  }

  function dispatch(): void {
    if (lanes.length < mostWorkers && queue.size >= CROWDED) addLane();
    lanes.forEach((lane, number) => {
      while (lane.busy < UNDER_WAY) {
        const requests = takeFor(number);
        if (requests.length === 0) return;
        lane.busy++;
        const message = { lane, left: requests.length };
        for (const { id } of requests) {
          const entry = waiting.get(id);
          if (entry) entry.message = message;
        }
        lane.worker.postMessage(requests);
      }
    });
  }

  /** The next request for a worker; a small picture together with others that are as urgent. */
  function takeFor(number: number): Request[] {
    const first = queue.take(({ request }) => laneOf(request.job, lanes.length) === number);
    if (first === undefined) return [];
    const requests = [first.request];
    while (isSmall(first.request.job) && requests.length < TOGETHER) {
      const next = queue.take(
        ({ request, urgency }) =>
          urgency === first.urgency && isSmall(request.job) && laneOf(request.job, lanes.length) === number,
      );
      if (next === undefined) break;
      requests.push(next.request);
    }
    return requests;
  }

  function settle(reply: Reply): void {
    const entry = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!entry) return;
    const { message } = entry;
    if (message && --message.left === 0) message.lane.busy--;
    if (reply.ok) entry.resolve(reply.result as never);
    else entry.reject(new Error(reply.error));
  }

  function ask<Each extends Job>(job: Each, urgency: number = Urgency.visible): Wish<Result<Each['kind']>> {
    const shared = job.kind === 'measure' && lanes.length > 1 ? measureInParts(job.of, urgency) : null;
    return (shared as Wish<Result<Each['kind']>> | null) ?? askOne(job, urgency);
  }

  /** Each worker measures those bodies that it remembers, or will. */
  function measureInParts(of: readonly Seedling[], urgency: number): Wish<Int32Array> {
    const parts = lanes.map((_, number) => [...of.keys()].filter((at) => laneOfBody(of[at], lanes.length) === number));
    const wishes = parts.map((part) => askOne({ kind: 'measure', of: part.flatMap((at) => of[at] ?? []) }, urgency));
    return {
      done: Promise.all(wishes.map(({ done }) => done)).then((rows) => {
        const whole = new Int32Array(of.length * TRAITS.length);
        parts.forEach((part, number) => {
          part.forEach((at, row) => {
            const start = row * TRAITS.length;
            whole.set(rows[number]?.subarray(start, start + TRAITS.length) ?? [], at * TRAITS.length);
          });
        });
        return whole;
      }),
      cancel() {
        for (const wish of wishes) wish.cancel();
      },
    };
  }

  function askOne<Each extends Job>(job: Each, urgency: number): Wish<Result<Each['kind']>> {
    if (stopped.value) return { done: Promise.reject(new Error(stopped.value)), cancel() {} };
    const id = nextId++;
    const done = new Promise<Result<Each['kind']>>((resolve, reject) => {
      waiting.set(id, { resolve, reject, message: null });
    });
    queue.add({ request: { id, kernel, job }, urgency }, urgency, id);
    gather();
    return {
      done,
      cancel() {
        if (queue.remove(id)) waiting.delete(id);
      },
    };
  }

  let gathering = false;
  /** Wishes of one moment leave together. */
  function gather(): void {
    if (gathering) return;
    gathering = true;
    queueMicrotask(() => {
      gathering = false;
      dispatch();
    });
  }

  return {
    stopped,
    useKernel(name) {
      kernel = name;
    },
    ask,
    recall: (of, scale) => remembered.get(keyOf(of, scale)),
    picture(of, scale, urgency) {
      const key = keyOf(of, scale);
      const known = remembered.get(key);
      if (known) return { done: Promise.resolve(known), cancel() {} };
      const wish = ask({ kind: 'picture', of, scale }, urgency);
      return {
        cancel: wish.cancel,
        done: wish.done.then((picture) => {
          // Large portraits are few and heavy: only crowd and habitat sizes are worth remembering.
          if (scale <= 4) remembered.set(key, picture);
          return picture;
        }),
      };
    },
  };
}

const isSmall = (job: Job): boolean => job.kind === 'picture' && job.scale <= 2;

/** The worker that does a job: always the same for one body, since workers remember those that they have grown. */
function laneOf(job: Job, lanes: number): number {
  return laneOfBody(job.kind === 'twins' ? job.first : job.kind === 'measure' ? job.of[0] : job.of, lanes);
}

const laneOfBody = (of: Seedling | undefined, lanes: number): number => (of?.noiseSeed ?? 0) % lanes;

let shared: Nursery | undefined;

/** The page's one nursery, started when first asked for: two workers at most, and one where there is one core. */
export function nursery(): Nursery {
  shared ??= createNursery(
    (navigator.hardwareConcurrency ?? 1) > 1 ? 2 : 1,
    () => new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'nursery' }),
  );
  return shared;
}
