/** The page's side of the lab's worker, which starts when the lab first asks for something. */
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import type { LabReply, LabRequest } from './lab-jobs.ts';
import type { AskOf, BenchName, ExperimentName, ResultOf } from './lab-shelf.ts';
import type { Wish } from './nursery.ts';

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly onShare: (share: number) => void;
}

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/** Conducts an experiment. `onShare` is told how far it is, 0 to 1. A wish that is cancelled never settles. */
export function askLab<Bench extends BenchName, Name extends ExperimentName<Bench>>(
  bench: Bench,
  experiment: Name,
  ask: AskOf<Bench, Name>,
  onShare: (share: number) => void = () => undefined,
): Wish<ResultOf<Bench, Name>> {
  const id = nextId++;
  const done = new Promise<ResultOf<Bench, Name>>((resolve, reject) => waiting.set(id, { resolve, reject, onShare }));
  post({ kind: 'conduct', id, kernel: CURRENT_KERNEL, bench, experiment, ask });
  return {
    done,
    cancel() {
      if (waiting.delete(id)) post({ kind: 'leave', id });
    },
  };
}

function post(request: LabRequest): void {
  worker ??= start();
  worker.postMessage(request);
}

function start(): Worker {
  const started = new Worker(new URL('./lab-entry.ts', import.meta.url), { type: 'module', name: 'lab' });
  started.addEventListener('message', ({ data }: MessageEvent<LabReply>) => {
    const entry = waiting.get(data.id);
    if (!entry) return;
    if (data.kind === 'share') {
      entry.onShare(data.share);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'done') entry.resolve(data.result as never);
    else entry.reject(new Error(data.error));
  });
  started.addEventListener('error', (event) => {
    // It could not even load, and answers nothing: the next wish starts another.
    worker = undefined;
    for (const entry of waiting.values()) entry.reject(new Error(event.message || 'stopped'));
    waiting.clear();
  });
  return started;
}
