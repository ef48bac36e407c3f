/** An experiment that goes with a bench's state: begun anew when that changes, the newest wish before all older ones. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { askLab } from '../../worker/lab-desk.ts';
import type { AskOf, BenchName, ExperimentName, ResultOf } from '../../worker/lab-shelf.ts';
import type { Wish } from '../../worker/nursery.ts';

export interface Run<Result = unknown> {
  /** The newest there is; that of an earlier setting stays while the next is under way. */
  readonly result: Result | null;
  /** How much is done, 0 to 1; null when nothing is under way. */
  readonly share: number | null;
  /** Why there is no result; empty while all is well. */
  readonly failure: string;
  cancel(): void;
}

/**
 * `on`: what the experiment depends on, usually `[bench.link]`. `makeAsk` returns null where there is nothing to do.
 */
export function useExperiment<Bench extends BenchName, Name extends ExperimentName<Bench>>(
  bench: Bench,
  experiment: Name,
  on: readonly (string | number | boolean | null)[],
  makeAsk: () => AskOf<Bench, Name> | null,
): Run<ResultOf<Bench, Name>> {
  const [state, setState] = useState<Omit<Run<ResultOf<Bench, Name>>, 'cancel'>>({
    result: null,
    share: 0,
    failure: '',
  });
  const wish = useRef<Wish<unknown> | null>(null);
  const drop = (): void => {
    wish.current?.cancel();
    wish.current = null;
  };
  useEffect(() => {
    const ask = makeAsk();
    if (ask === null) {
      setState({ result: null, share: null, failure: '' });
      return;
    }
    setState((last) => ({ ...last, share: 0, failure: '' }));
    const mine = askLab(bench, experiment, ask, (share) => setState((last) => ({ ...last, share })));
    wish.current = mine;
    mine.done.then(
      (result) => setState({ result, share: null, failure: '' }),
      (error: unknown) =>
        setState({ result: null, share: null, failure: error instanceof Error ? error.message : String(error) }),
    );
    return drop;
  }, on);
  return {
    ...state,
    cancel: () => {
      drop();
      setState((last) => ({ ...last, share: null }));
    },
  };
}
