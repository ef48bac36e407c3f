/**
 * The page's side of the worker: asks for bodies, most urgent first, and remembers pictures. Few jobs are under way at a
 * time, so that a new, more urgent wish never waits behind a long queue and a wish that nobody has any more costs nothing.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
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

/** Two under way for each worker: one at work, one at the door. */
const UNDER_WAY = 2;
/** Pictures remembered: at scale 2 these are 16 KB each. */
const KEPT_PICTURES = 1600;

/** Starts the workers. One page needs one nursery: see `nursery()`. */
export function createNursery(workerCount: number, makeWorker: () => Worker): Nursery {
  const stopped = signal('');
  let kernel = CURRENT_KERNEL;
  const remembered = createLru<Portrait>(KEPT_PICTURES);
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void; lane: number }>();
  const lanes = Array.from({ length: workerCount }, () => ({ worker: makeWorker(), busy: 0 }));
  const queue: Queue<Request> = createQueue();
  let nextId = 1;

  const keyOf = (of: Seedling, scale: Scale): string => `${kernel}/${seedlingKey(of)}@${scale}`;

  function dispatch(): void {
    for (;;) {
      const lane = lanes.reduce((least, each, index) => (each.busy < (lanes[least]?.busy ?? 0) ? index : least), 0);
      const free = lanes[lane];
      if (!free || free.busy >= UNDER_WAY) return;
      const request = queue.take();
      if (!request) return;
      const entry = waiting.get(request.id);
      if (!entry) continue;
      entry.lane = lane;
      free.busy++;
      free.worker.postMessage(request);
    }
  }

  function settle(reply: Reply): void {
    const entry = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!entry) return;
    const lane = lanes[entry.lane];
    if (lane) lane.busy--;
    if (reply.ok) entry.resolve(reply.result as never);
    else entry.reject(new Error(reply.error));
    dispatch();
  }

  for (const { worker } of lanes) {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => settle(data));
    worker.addEventListener('error', (event) => {
      // A worker that cannot even load answers nothing: tell everyone who waits, and whoever asks later.
      stopped.value = event.message || 'stopped';
      for (const entry of waiting.values()) entry.reject(new Error(stopped.value));
      waiting.clear();
    });
  }

  function ask<Each extends Job>(job: Each, urgency: number = Urgency.visible): Wish<Result<Each['kind']>> {
    if (stopped.value) return { done: Promise.reject(new Error(stopped.value)), cancel() {} };
    const id = nextId++;
    const done = new Promise<Result<Each['kind']>>((resolve, reject) => waiting.set(id, { resolve, reject, lane: -1 }));
    queue.add({ id, kernel, job }, urgency, id);
    dispatch();
    return {
      done,
      cancel() {
        if (queue.remove(id)) waiting.delete(id);
      },
    };
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

let shared: Nursery | undefined;

/** The page's one nursery, started when first asked for. On a machine with few cores one worker, else two. */
export function nursery(): Nursery {
  shared ??= createNursery(
    (navigator.hardwareConcurrency ?? 1) > 2 ? 2 : 1,
    () => new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'nursery' }),
  );
  return shared;
}
