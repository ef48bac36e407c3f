/** `npm run verify`: is a recording true? Its match is played again from the inputs and compared, frame by frame. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeRecording, MAX_RECORDING_BYTES, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { readConfig } from '../config.ts';
import { createGrowthPool } from '../growth/pool.ts';
import { recordingOf } from '../match/recording.ts';
import { DATABASE_FILE, openSqliteRepository } from '../persistence/sqlite.ts';

const USAGE = `npm run verify -- FILE_OR_ID
  FILE: a recording (.twinfold), as npm run play -- --record writes it or a replay page gives it.
  ID: of a match in the database of DATA_DIR.
  Exit status 0: accepted; 1: rejected; 2: there was nothing to verify.`;

/** Something keeps us from verifying at all. The message is a sentence for the person. */
class CannotVerify extends Error {}

async function bytesOf(name: string): Promise<Uint8Array> {
  if (existsSync(name)) {
    const { size } = await stat(name);
    if (size > MAX_RECORDING_BYTES) throw new CannotVerify(`${name} has ${size} bytes: no recording is that large.`);
    return readFile(name);
  }
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new CannotVerify(read.mistakes.join('\n'));
  const { dataDir } = read.config;
  if (!existsSync(join(dataDir, DATABASE_FILE))) {
    throw new CannotVerify(
      `There is no file ${name}, and no database in ${dataDir} in which a match of that id could be.`,
    );
  }
  const repository = await openSqliteRepository(dataDir);
  try {
    const match = await repository.readMatch(name);
    if (match === null) throw new CannotVerify(`There is no file ${name}, and no match of that id in ${dataDir}.`);
    if (match.status === 'playing')
      throw new CannotVerify(`The match ${name} is still being played: verify it when it is over.`);
    return recordingOf(match);
  } finally {
    await repository.close();
  }
}

/** Prints the verdict; the exit status. */
async function verify(recording: Recording): Promise<number> {
  if (recording.secret === null) {
    // At least its frames must follow from each other: a damaged one throws, with its generation.
    openTimeline(recording);
    throw new CannotVerify(
      'This recording was made before its match had ended: without the secret its chances cannot be drawn again.',
    );
  }
  const growth = createGrowthPool(availableParallelism(), recording.kernel);
  try {
    const verdict = await verifyRecording(recording, (world) => growth.growAll(world));
    if (!verdict.accepted) {
      console.log(`rejected: ${verdict.sentence}`);
      return 1;
    }
    const extent = verdict.complete ? 'the whole match' : 'as far as it was played';
    console.log(`accepted: ${verdict.generations} generations, ${extent}; final state ${verdict.hash}`);
    if (verdict.unchecked !== null) console.log(verdict.unchecked);
    return 0;
  } finally {
    await growth.close();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  const [name, ...rest] = positionals;
  if (values.help || name === undefined || rest.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const bytes = await bytesOf(name);
  try {
    return await verify(decodeRecording(bytes));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    console.log(`rejected: ${error.message}`);
    return 1;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
