/** The worker's door: jobs come in, results go out, pixels are handed over rather than copied. */
import type { Picture } from '../../shared/paint/paint.ts';
import { beginGrowth, grow } from '../../shared/sim/embryo/reference.ts';
import { createDeveloper } from './develop.ts';
import type { Job, Reply, Request, Results } from './jobs.ts';

const develop = createDeveloper({ grow, beginGrowth });

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    const result = develop(data.job);
    const reply: Reply = { id: data.id, ok: true, result };
    postMessage(reply, { transfer: pictures(result).map((picture) => picture.data.buffer) });
  } catch (error) {
    const reply: Reply = { id: data.id, ok: false, error: error instanceof Error ? error.message : String(error) };
    postMessage(reply);
  }
});

function pictures(result: Results[Job['kind']]): Picture[] {
  if ('data' in result) return [result];
  const frames = 'divergence' in result ? [...result.first, ...result.second] : result;
  return frames.map((frame) => frame.picture);
}
