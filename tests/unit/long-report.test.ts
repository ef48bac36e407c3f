import { describe, expect, it } from 'vitest';
import { failures, type Result, report } from '../long/report.ts';

const result = (engine: string, bodies: string[], wrong: [number, string][] = []): Result => ({
  engine,
  bodies,
  wrong: new Map(wrong),
  viable: 2,
});

describe('the report of the long test', () => {
  it('counts nothing as failed where all engines grew the same bodies', () => {
    const { lines, failed } = report([result('one', ['a', 'b', 'a']), result('other', ['a', 'b', 'a'])]);
    expect(failed).toBe(0);
    expect(lines).toEqual([
      '✓ one: 3 embryos, 2 of them grown large enough to tell something',
      '✓ other: 3 embryos, 2 of them grown large enough to tell something',
      '2 different bodies.',
    ]);
  });

  it('names each embryo that went wrong, and why', () => {
    const { lines, failed } = report([
      result('one', ['a', 'b', 'c'], [[1, 'byte 7 differs']]),
      result('other', ['a', 'b', 'd']),
    ]);
    expect(failed).toBe(2);
    expect(lines).toContain('    embryo 1: byte 7 differs');
    expect(lines).toContain('    embryo 2: another body than in one');
  });

  it('counts a batch as failed whose engine died, and tells only so many of it', () => {
    const grown = failures(40, 60, new Error('out of memory'));
    const all = result(
      'one',
      new Array<string>(100).fill('a'),
      grown.differences.map(({ index, what }) => [index, what]),
    );
    const { lines, failed } = report([all]);
    expect(failed).toBe(60);
    expect(lines).toContain('    embryo 40: the engine failed: out of memory');
    expect(lines).toContain('    and 40 more');
  });

  it('counts an embryo without a body as failed', () => {
    expect(report([result('one', ['a', ''])]).failed).toBe(1);
  });
});
