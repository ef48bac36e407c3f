/** Work that is done in steps and tells after each how far it is. */

/** The result of such work, all steps at once. */
export function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Passes on what a part of some work tells, as the share of the whole from `from` to `to`. */
export function* within<Result>(work: Generator<number, Result>, from: number, to: number): Generator<number, Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}
