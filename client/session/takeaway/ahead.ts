/** Things that take a while to make, one after another: the next is begun while one is in use, and no more than these two are held. */
export interface Ahead<Thing> {
  /** Resolves when the thing of this number is there; from then on the next one is made. Rejects as its making does. */
  want(at: number, signal: AbortSignal): Promise<void>;
  /** What is there; undefined before it was wanted. */
  at(number: number): Thing | undefined;
}

export function createAhead<Thing>(
  count: number,
  make: (at: number, signal: AbortSignal) => Promise<Thing>,
): Ahead<Thing> {
  const made = new Map<number, Thing>();
  const making = new Map<number, { readonly signal: AbortSignal; readonly thing: Promise<Thing> }>();

  async function begin(at: number, signal: AbortSignal): Promise<void> {
    if (made.has(at)) return;
    const known = making.get(at);
    // What was begun for somebody else can be given up by them at any moment.
    const own = known?.signal === signal ? known : { signal, thing: make(at, signal) };
    making.set(at, own);
    try {
      made.set(at, await own.thing);
    } finally {
      if (making.get(at) === own) making.delete(at);
    }
  }

  return {
    async want(at, signal) {
      for (const known of made.keys()) if (known !== at && known !== at + 1) made.delete(known);
      await begin(at, signal);
      // Who only looked ahead need not know that it failed: who wants it begins it again.
      if (at + 1 < count) void begin(at + 1, signal).catch(() => undefined);
    },
    at: (number) => made.get(number),
  };
}
