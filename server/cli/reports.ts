/** `npm run reports`: what people were reported for in public rooms and classes, the newest first, each with its moment in the replay. */
import { parseArgs } from 'node:util';
import type { ReportReason } from '../../shared/protocol/manners.ts';
import { readConfig } from '../config.ts';
import type { ConductStore } from '../persistence/conduct-store.ts';
import { wholeNumber } from './arguments.ts';
import { openRepository } from './open-repository.ts';
import { run } from './signals.ts';

const USAGE = `npm run reports -- [--limit 50]
  What people were reported for, the newest first: when (UTC), why, which habitat's steward, and by which one's; then the address
  of the moment in the replay, on this server. Of people nothing but the habitat is kept. Exit status 0: printed, or nothing to print.`;

const WHY: Readonly<Record<ReportReason, string>> = {
  flooding: 'floods others with phrases',
  spoiling: 'spoils the game on purpose',
  name: 'has a bad name',
  cheating: 'cheats',
  other: 'something else',
};

run(async () => {
  const { values } = parseArgs({
    options: { limit: { type: 'string', default: '50' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const limit = wholeNumber(values.limit, 'limit', 1, 10_000);
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const repository = await openRepository(read.config);
  try {
    const reports = await repository.conductReports(limit);
    console.log(reports.length === 0 ? 'Nobody has been reported.' : reports.map(line).join('\n'));
  } finally {
    await repository.close();
  }
});

type Report = Awaited<ReturnType<ConductStore['conductReports']>>[number];

/** People count habitats and generations from 1. */
function line({ at, why, seat, bySeat, matchId, generation }: Report): string {
  const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `${when}  habitat ${seat + 1} ${WHY[why]}, says habitat ${bySeat + 1}  /replay/${matchId}#g=${generation + 1}`;
}
