/**
 * `npm run bench -- NAME [--json]`: measures, and says whether the bars hold. As a table, or with --json as one JSON array of
 * {name, value, unit, baseline, ratio, bar, holds, parts?} on standard output. Exit code 1 if a bar does not hold.
 *
 * A bench is a file of this folder that exports `bench` (see `Bench` and `row` in harness.ts); its name is the file's. To add
 * one, write tests/bench/NAME.ts with `export const bench: Bench = async () => [row({ name, value, unit, … })]`. What it lets
 * be chosen it exports as `options`, and is called with what was.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import type { Bench, BenchOptions, BenchRow, Chosen } from './harness.ts';

const NOT_BENCHES = new Set(['run.ts', 'harness.ts']);

const names = readdirSync(new URL('./', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !NOT_BENCHES.has(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

process.exitCode = await main();

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const name = args.find((each) => !each.startsWith('-'));
  if (name === undefined || !names.includes(name)) {
    const asked = name === undefined ? 'Which bench?' : `There is no bench “${name}”.`;
    console.error(
      `${asked} There are: ${names.join(', ')}. For example: npm run bench -- ${names[0] ?? 'NAME'} --json`,
    );
    return 2;
  }
  const module: { bench: Bench; options?: BenchOptions } = await import(`./${name}.ts`);
  const choices = chosenFrom(
    args.filter((each) => each !== name),
    module.options,
  );
  if ('mistake' in choices) {
    console.error(choices.mistake);
    return 2;
  }
  const { json, ...chosen } = choices.chosen;
  const rows = await module.bench(chosen);
  console.log(json ? JSON.stringify(rows, null, 2) : table(rows));
  return rows.some((row) => row.holds === false) ? 1 : 0;
}

function chosenFrom(args: string[], options: BenchOptions = {}): { chosen: Chosen } | { mistake: string } {
  try {
    return { chosen: parseArgs({ args, options: { ...options, json: { type: 'boolean' } } }).values };
  } catch (error) {
    // Its messages are sentences for who typed.
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
}

function table(rows: readonly BenchRow[]): string {
  const inParts = rows.some(({ parts }) => parts !== undefined);
  const head = ['name', 'value', 'unit', 'baseline', 'ratio', 'bar', 'holds', ...(inParts ? ['of'] : [])];
  const lines = new Table({ head, style: { head: [], border: [] } });
  for (const { name, value, unit, baseline, ratio, bar, holds, parts = {} } of rows) {
    const verdict = holds === null ? '' : holds ? 'yes' : 'NO';
    const of = Object.entries(parts).map(([part, each]) => `${part} ${figure(each)}`);
    lines.push([
      name,
      figure(value),
      unit,
      figure(baseline),
      figure(ratio),
      bar ?? '',
      verdict,
      ...(inParts ? [of.join('\n')] : []),
    ]);
  }
  return lines.toString();
}

function figure(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
