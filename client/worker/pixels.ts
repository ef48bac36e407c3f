/** What a worker hands over rather than copies. */
import type { Picture } from '../../shared/paint/paint.ts';
import type { Reply, Results } from './jobs.ts';

/** The memory in which the pixels of replies lie; several pictures may lie in one piece. */
export function pixelsOf(replies: readonly Reply[]): ArrayBuffer[] {
  const shown = replies.flatMap((reply) => (reply.ok ? pictures(reply.result) : []));
  return [...new Set(shown.map((picture) => picture.data.buffer))];
}

function pictures(result: Results[keyof Results]): Picture[] {
  if (result instanceof Int32Array || 'bodyDeflated' in result) return [];
  if ('data' in result) return [result];
  const frames = 'divergence' in result ? [...result.first, ...result.second] : result;
  return frames.map((frame) => frame.picture);
}
