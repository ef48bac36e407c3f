/** The worker's door: jobs come in, results go out, pixels are handed over rather than copied. */
import type { Picture } from '../../shared/paint/paint.ts';
import { createDeveloper } from './develop.ts';
import type { Job, Reply, Request, Results } from './jobs.ts';
import { openKernel } from './kernel.ts';

// biome-ignore lint/suspicious/noConsole: nobody needs to know but who looks for the reason of a slow page
const developer = openKernel((reason) => console.warn(`Bodies grow by the slower reference: ${reason}`)).then(
  createDeveloper,
);

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void developer.then((develop) => answer(data, develop));
});

function answer({ id, job }: Request, develop: (job: Job) => Results[Job['kind']]): void {
  try {
    const result = develop(job);
    const reply: Reply = { id, ok: true, result };
    postMessage(reply, { transfer: pictures(result).map((picture) => picture.data.buffer) });
  } catch (error) {
    const reply: Reply = { id, ok: false, error: error instanceof Error ? error.message : String(error) };
    postMessage(reply);
  }
}

function pictures(result: Results[Job['kind']]): Picture[] {
  if ('data' in result) return [result];
  const frames = 'divergence' in result ? [...result.first, ...result.second] : result;
  return frames.map((frame) => frame.picture);
}
