import { useEffect, useRef, useState } from 'preact/hooks';
import { saveFile } from '../parts/save-file.ts';

export interface Work {
  /** The name of the file that it makes. */
  readonly file: string;
  /** What is being done, in words. */
  readonly doing: string;
  readonly make: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<Blob>;
}

export type TaskState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly doing: string; readonly share: number }
  | { readonly kind: 'saved'; readonly file: string; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Task {
  readonly state: TaskState;
  run(work: Work): void;
  cancel(): void;
}

/** One piece of work at a time, which ends in a file; it ends with the sheet, too. */
export function useTask(): Task {
  const [state, setState] = useState<TaskState>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    state,
    run({ file, doing, make }) {
      if (current.current) return;
      const controller = new AbortController();
      current.current = controller;
      let told = 0;
      setState({ kind: 'running', doing, share: 0 });
      const onProgress = (share: number): void => {
        // A redrawing for each body would take longer than the body.
        if (share - told < 0.01 || controller.signal.aborted) return;
        told = share;
        setState({ kind: 'running', doing, share });
      };
      make(controller.signal, onProgress)
        .then((blob) => {
          if (controller.signal.aborted) return;
          saveFile(file, blob);
          setState({ kind: 'saved', file, bytes: blob.size });
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return;
          setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
        })
        .finally(() => {
          if (current.current === controller) current.current = null;
        });
    },
    cancel() {
      if (!current.current) return;
      current.current.abort();
      current.current = null;
      setState({ kind: 'cancelled' });
    },
  };
}
