/** The page's side of a worker that plays a recording again. */
import type { VerifyReply, VerifyRequest } from './verify-jobs.ts';

/** Starts the work, tells each reply, and returns the way to end it. */
export function verifyInWorker(request: VerifyRequest, tell: (reply: VerifyReply) => void): () => void {
  const worker = new Worker(new URL('./branch-entry.ts', import.meta.url), { type: 'module', name: 'verifying' });
  worker.addEventListener('message', ({ data }: MessageEvent<VerifyReply>) => {
    if (data.kind !== 'grown') worker.terminate();
    tell(data);
  });
  worker.addEventListener('error', (event) => tell({ kind: 'failed', error: event.message }));
  worker.postMessage(request);
  return () => worker.terminate();
}
