/** The door of the lab's worker. Several experiments take turns, so that a picture need not wait for a long one. */
import type { Experiment } from '../../shared/lab/experiment.ts';
import type { Kernel } from '../../shared/sim/embryo/kernel.ts';
import { openKernel } from './kernel.ts';
import type { LabReply, LabRequest } from './lab-jobs.ts';
import { SHELF } from './lab-shelf.ts';

/** So long at one go; then whoever else waits has a turn, and a wish that nobody has any more is dropped. */
const TURN_MS = 12;
/** The page draws itself anew for what it is told: often enough to see that something moves. */
const TELL_MS = 100;

const kernels = new Map<string, Promise<Kernel>>();
const under = new Set<number>();
const say = (reply: LabReply): void => postMessage(reply);

// biome-ignore lint/suspicious/noConsole: nobody needs to know but who looks for the reason of a slow page
const warn = (reason: string): void => console.warn(`The lab grows bodies by the slower reference: ${reason}`);

addEventListener('message', ({ data }: MessageEvent<LabRequest>) => {
  if (data.kind === 'leave') {
    under.delete(data.id);
    return;
  }
  under.add(data.id);
  conduct(data)
    .catch((error: unknown) =>
      say({ kind: 'failed', id: data.id, error: error instanceof Error ? error.message : String(error) }),
    )
    .finally(() => under.delete(data.id));
});

async function conduct({ id, kernel, bench, experiment, ask }: LabRequest & { kind: 'conduct' }): Promise<void> {
  const [grown, found] = await Promise.all([kernelNamed(kernel), experimentOf(bench, experiment)]);
  const work = found(grown, ask);
  let told = performance.now();
  while (under.has(id)) {
    const step = turn(work);
    if (step.done) {
      say({ kind: 'done', id, result: step.value });
      return;
    }
    if (performance.now() - told >= TELL_MS) {
      told = performance.now();
      say({ kind: 'share', id, share: step.value });
    }
    await othersTurn();
  }
  work.return(undefined);
}

/** As much of the work as fits into one turn. */
function turn(work: Generator<number, unknown>): IteratorResult<number, unknown> {
  const until = performance.now() + TURN_MS;
  for (;;) {
    const step = work.next();
    if (step.done || performance.now() >= until) return step;
  }
}

/** Lets messages in: a promise alone would not. */
const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

function kernelNamed(name: string): Promise<Kernel> {
  const known = kernels.get(name) ?? openKernel(name, warn);
  kernels.set(name, known);
  return known;
}

async function experimentOf(bench: string, name: string): Promise<Experiment<unknown, unknown>> {
  const shelf: Readonly<Record<string, () => Promise<object>>> = SHELF;
  const found: unknown = new Map(Object.entries((await shelf[bench]?.()) ?? {})).get(name);
  if (typeof found !== 'function') throw new Error(`The lab has no experiment ${bench}/${name}.`);
  return found as Experiment<unknown, unknown>;
}
