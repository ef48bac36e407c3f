/** The worker's door: jobs come in, results go out, pixels are handed over rather than copied. */
import { createDeveloper } from './develop.ts';
import type { Job, Reply, Request, Results } from './jobs.ts';
import { openKernel } from './kernel.ts';
import { pixelsOf } from './pixels.ts';

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

addEventListener('message', ({ data }: MessageEvent<readonly Request[]>) => {
  void Promise.all(data.map(answer)).then((replies) => postMessage(replies, { transfer: pixelsOf(replies) }));
});

async function answer({ id, kernel, job }: Request): Promise<Reply> {
  try {
    const develop = await developerFor(kernel);
    return { id, ok: true, result: develop(job) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
