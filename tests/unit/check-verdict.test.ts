import { describe, expect, test } from 'vitest';
import { CHECKS, gradeOf, type Measured, NEEDS, verdictOf } from '../../client/ui/check/verdict.ts';

const GOOD: Measured = { live: 20, webgl: 'card', simd: true, growth: 2000, download: 50 };

describe('the check of a machine and its network', () => {
  test('is content when all is as it should be, and no better than its weakest part', () => {
    expect(verdictOf(GOOD)).toBe('good');
    expect(verdictOf({ ...GOOD, webgl: 'processor' })).toBe('slow');
    expect(verdictOf({ ...GOOD, simd: null })).toBe('slow');
    expect(verdictOf({ ...GOOD, simd: null, live: null })).toBe('bad');
  });

  test.each([
    ['live', NEEDS.live.good, 'good'],
    ['live', NEEDS.live.good + 1, 'slow'],
    ['live', NEEDS.live.slow + 1, 'bad'],
    ['growth', NEEDS.growth.good, 'good'],
    ['growth', NEEDS.growth.good - 1, 'slow'],
    ['growth', NEEDS.growth.slow - 1, 'bad'],
    ['download', NEEDS.download.good, 'good'],
    ['download', NEEDS.download.slow, 'slow'],
    ['download', NEEDS.download.slow / 2, 'bad'],
  ] as const)('calls %s of %d %s', (name, value, grade) => {
    expect(gradeOf(name, { ...GOOD, [name]: value })).toBe(grade);
  });

  test('finds what is missing wanting, part by part', () => {
    for (const name of CHECKS) expect(gradeOf(name, { ...GOOD, [name]: null }), name).not.toBe('good');
  });
});
