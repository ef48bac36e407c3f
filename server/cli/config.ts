/** `npm run config [-- --json]`: every variable, where it stands and where that comes from, and what it is for. */
import { parseArgs } from 'node:util';
import { readVariables } from '../config.ts';
import { type Standing, standings } from '../operation/standings.ts';
import { run } from './signals.ts';

run(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const read = readVariables(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const all = standings(process.env, read.settled);
  console.log(values.json ? JSON.stringify(all, null, 2) : all.map(paragraph).join('\n\n'));
});

/** Not a table: an address may be longer than any column. */
function paragraph({ name, value, from, usual, purpose }: Standing): string {
  return `${name}: ${value ?? usual} (${from === 'default' ? 'by default' : 'from the environment'})\n    ${purpose}`;
}
