import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { measureRates, median, row } from '../bench/harness.ts';

const RUN = fileURLToPath(new URL('../bench/run.ts', import.meta.url));

it('a row works out its ratio and whether its bar holds', () => {
  const measured = { name: 'kernel', value: 300, unit: 'embryos/s', baseline: 20 };
  const told = { ...measured, ratio: 15 };
  expect(row({ ...measured, bar: { of: 'ratio', least: 10 } })).toEqual({ ...told, bar: 'ratio >= 10', holds: true });
  expect(row({ ...measured, bar: { of: 'value', most: 299 } })).toEqual({ ...told, bar: 'value <= 299', holds: false });
  expect(row(measured)).toEqual({ ...told, bar: null, holds: null });
});

it('a bar on a ratio needs something to compare with', () => {
  expect(() => row({ name: 'alone', value: 1, unit: 's', bar: { of: 'ratio', least: 1 } })).toThrow('alone');
});

it('the median is the middle one, or half-way between the middle two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(() => median([])).toThrow();
});

it('subjects take turns, so that what the machine does meanwhile hits all', () => {
  const turns: string[] = [];
  const subject = (name: string) => () => {
    if (turns.at(-1) !== name) turns.push(name);
    return 1;
  };
  const rates = measureRates({ a: subject('a'), b: subject('b') }, { rounds: 3, turnMs: 1 });
  // One turn each of warming up, and three that count.
  expect(turns).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
  expect(rates.a).toBeGreaterThan(0);
  expect(rates.b).toBeGreaterThan(0);
});

it('an unknown bench is answered with those that there are', async () => {
  const { code, stderr } = await new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [RUN, 'speed-of-light'], (_error, _stdout, stderr) => {
      resolve({ code: child.exitCode, stderr });
    });
  });
  expect(code).toBe(2);
  expect(stderr).toContain('“speed-of-light”');
  expect(stderr).toContain('embryo, ');
});
