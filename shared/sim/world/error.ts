/** A frame that does not fit the world it is applied to. `message` is a sentence for a person. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Throws a FrameError with this sentence unless the condition holds. */
export function insist(condition: boolean, sentence: () => string): void {
  if (!condition) throw new FrameError(sentence());
}
