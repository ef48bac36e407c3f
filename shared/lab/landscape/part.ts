/** Work as a part of more: its share done, from 0 to 1, told as one from `from` to `to`. */
export function* part<Result>(work: Generator<number, Result>, from: number, to: number): Generator<number, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
