/** From what was measured to a plain word. Pure, so that every case can be tested. */

export const CHECKS = ['live', 'webgl', 'simd', 'growth', 'download'] as const;
export type CheckName = (typeof CHECKS)[number];

/** As measured; null: it did not work at all. */
export interface Measured {
  /** Milliseconds there and back over a live connection. */
  readonly live: number | null;
  /** How pictures are drawn. */
  readonly webgl: 'card' | 'processor' | null;
  readonly simd: true | null;
  /** Embryos a second, on one worker. */
  readonly growth: number | null;
  /** Megabits a second. */
  readonly download: number | null;
}

/** `good`: as meant. `slow`: works, and pupils will wait. `bad`: a lesson cannot be held like that. */
export type Grade = 'good' | 'slow' | 'bad';

/**
 * What a class needs. A habitat has up to 30 creatures, which appear while they grow, in 9 seconds: 60 a second show one's own
 * habitat in half a second; 300 show a class's 1,200 within 4. An answer feels immediate within 150 ms, and a lesson can be
 * held with half a second. The page with a match is about 1 MB: 4 Mbit/s bring it in 2 s, 0.5 in a quarter of a minute.
 */
export const NEEDS = {
  live: { good: 150, slow: 600 },
  growth: { good: 300, slow: 60 },
  download: { good: 4, slow: 0.5 },
} as const;

export function gradeOf(name: CheckName, measured: Measured): Grade {
  switch (name) {
    case 'live':
      return measured.live === null ? 'bad' : atMost(measured.live, NEEDS.live);
    case 'webgl':
      return measured.webgl === null ? 'bad' : measured.webgl === 'card' ? 'good' : 'slow';
    case 'simd':
      // Without it bodies grow by the slower reference, and are the same.
      return measured.simd === null ? 'slow' : 'good';
    case 'growth':
      return measured.growth === null ? 'bad' : atLeast(measured.growth, NEEDS.growth);
    case 'download':
      return measured.download === null ? 'bad' : atLeast(measured.download, NEEDS.download);
  }
}

interface Bounds {
  readonly good: number;
  readonly slow: number;
}
/** Slow is better than nothing: whoever measured a number has a working line. */
const atMost = (value: number, { good, slow }: Bounds): Grade =>
  value <= good ? 'good' : value <= slow ? 'slow' : 'bad';
const atLeast = (value: number, { good, slow }: Bounds): Grade =>
  value >= good ? 'good' : value >= slow ? 'slow' : 'bad';

/** The worst of all: a chain is as strong as its weakest link. */
export function verdictOf(measured: Measured): Grade {
  const grades = CHECKS.map((name) => gradeOf(name, measured));
  return grades.includes('bad') ? 'bad' : grades.includes('slow') ? 'slow' : 'good';
}
