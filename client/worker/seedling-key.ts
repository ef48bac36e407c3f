/** A short name for a seedling, so that nothing is grown twice. */
import { mix } from '../../shared/sim/rng.ts';
import type { Seedling } from './jobs.ts';

/** 64 bits over the genome (two independent chains), then seed and conditions in plain. */
export function seedlingKey({ genome, noiseSeed, conditions }: Seedling): string {
  let a = 0x2545f491;
  let b = 0x9e3779b9;
  for (let at = 0; at < genome.length; at++) {
    const byte = genome[at] ?? 0;
    a = mix(a ^ byte);
    b = mix(b + Math.imul(byte + 1, 0x85ebca77));
  }
  return `${a.toString(36)}${b.toString(36)}.${noiseSeed}.${conditions.temperature}.${conditions.nutrition}.${conditions.noise}`;
}
