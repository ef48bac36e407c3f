/** The worker's door: jobs come in, results go out, pixels are handed over rather than copied. */
import type { Picture } from '../../shared/paint/paint.ts';
import { createDeveloper } from './develop.ts';
import type { Job, Reply, Request, Results } from './jobs.ts';
import { openKernel } from './kernel.ts';

type Develop = (job: Job) => Results[Job['kind']];

const developers = new Map<string, Promise<Develop>>();

function developerFor(kernel: string): Promise<Develop> {
  const known = developers.get(kernel);
  if (known) return known;
  // biome-ignore lint/suspicious/noConsole: nobody needs to know but who looks for the reason of a slow page
  const warn = (reason: string): void => console.warn(`Bodies grow by the slower reference: ${reason}`);
  const developer = openKernel(kernel, warn).then(createDeveloper);
  developers.set(kernel, developer);
  return developer;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  developerFor(data.kernel).then(
    (develop) => answer(data, develop),
    (error: unknown) => refuse(data.id, error),
  );
});

function refuse(id: number, error: unknown): void {
  const reply: Reply = { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  postMessage(reply);
}

function answer({ id, job }: Request, develop: Develop): void {
  try {
    const result = develop(job);
    const reply: Reply = { id, ok: true, result };
    postMessage(reply, { transfer: pictures(result).map((picture) => picture.data.buffer) });
  } catch (error) {
    refuse(id, error);
  }
}

function pictures(result: Results[Job['kind']]): Picture[] {
  if (result instanceof Int32Array || 'bodyDeflated' in result) return [];
  if ('data' in result) return [result];
  const frames = 'divergence' in result ? [...result.first, ...result.second] : result;
  return frames.map((frame) => frame.picture);
}
