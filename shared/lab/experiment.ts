/** What every bench of the lab does: work on a kernel that can be watched, broken off, and done again to the byte. */
import type { Body } from '../sim/embryo/body.ts';
import type { Kernel } from '../sim/embryo/kernel.ts';
import { hexOf, startDigest } from '../sim/hash.ts';

/**
 * Yields the share done (0 to 1) at least every 20 ms of work, so that whoever conducts it can show how far it is, or leave off.
 * Ask and result can be posted. The same ask has the same result everywhere.
 */
export type Experiment<Ask, Result> = (kernel: Kernel, ask: Ask) => Generator<number, Result>;

/** An experiment's result, to its end at once. */
export function conduct<Ask, Result>(experiment: Experiment<Ask, Result>, kernel: Kernel, ask: Ask): Result {
  const work = experiment(kernel, ask);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** 32 hexadecimal letters of all bytes of these bodies in their order: the same pictures have the same. */
export function fingerprint(bodies: Iterable<Body>): string {
  const digest = startDigest();
  for (const body of bodies) digest.bytes(body);
  return hexOf(digest.finish());
}
