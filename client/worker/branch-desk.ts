/** The page's side of the workers that play branches. Each request has workers of its own, which end with it. */
import type { PlayReply, PlayRequest, TapesRequest } from './branch-jobs.ts';

/** Starts the work, tells each reply, and returns the way to end it. */
export type Play<Request extends PlayRequest = PlayRequest> = (
  request: Request,
  tell: (reply: PlayReply) => void,
) => () => void;

export const playInWorker: Play = (request, tell) => {
  const worker = new Worker(new URL('./branch-entry.ts', import.meta.url), { type: 'module', name: 'branches' });
  worker.addEventListener('message', ({ data }: MessageEvent<PlayReply>) => tell(data));
  worker.addEventListener('error', (event) => tell({ kind: 'failed', error: event.message }));
  worker.postMessage(request);
  return () => worker.terminate();
};

/** Where there are cores to spare, half of the tapes each: what both say of the start is the same. */
export const playTapesInWorkers: Play<TapesRequest> = (request, tell) => {
  const hands = (navigator.hardwareConcurrency ?? 1) > 2 ? 2 : 1;
  const ends = Array.from({ length: hands }, (_, hand) =>
    playInWorker({ ...request, secrets: request.secrets.filter((_, at) => at % hands === hand) }, tell),
  );
  return () => {
    for (const end of ends) end();
  };
};
