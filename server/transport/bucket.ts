/** A bucket that fills steadily and from which is taken: so much at once, and so much a second in the long run. */

export interface Bucket {
  left: number;
  /** When `left` was last topped up, in milliseconds of any steady clock. */
  asOf: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export const fill = ({ burst }: Rate, now: number): Bucket => ({ left: burst, asOf: now });

/** Whether there is enough; then it is taken. */
export function take(bucket: Bucket, { perSecond, burst }: Rate, now: number, amount = 1): boolean {
  const gained = ((now - bucket.asOf) / 1000) * perSecond;
  bucket.left = Math.min(burst, bucket.left + gained);
  bucket.asOf = now;
  if (bucket.left < amount) return false;
  bucket.left -= amount;
  return true;
}
