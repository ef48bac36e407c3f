/** `npm run verify`: is a recording true? Its match is played again from the inputs and compared, frame by frame. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import {
  decodeRecordingFile,
  MAX_RECORDING_BYTES,
  type Recording,
  type RecordingFile,
} from '../../shared/replay/recording.ts';
import { isSealOf } from '../../shared/replay/seal.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { type Verdict, verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { readConfig } from '../config.ts';
import { createGrowthPool } from '../growth/pool.ts';
import { isOver, recordingOf } from '../match/recording.ts';
import { openRepository } from './open-repository.ts';

const USAGE = `npm run verify -- FILE_OR_ID [--json]
  FILE: a recording (.twinfold), as npm run play -- --record writes it or a replay page gives it.
  ID: of a match, or of an uploaded recording, in the server’s database (DATA_DIR or DATABASE_URL).
  --json: one object instead of sentences: accepted, generation (the first that differs, counted from 1), sentence, generations,
    complete, hash, mark, sealed (the key that sealed it, base64url), unchecked. What does not apply is null; accepted is null when
    there was nothing to verify.
  Exit status 0: accepted; 1: rejected; 2: there was nothing to verify.`;

/** Something keeps us from verifying at all. The message is a sentence for the person. */
class CannotVerify extends Error {}

/** What is printed as JSON, and what the sentences are made of. */
interface Finding {
  readonly accepted: boolean | null;
  readonly generation: number | null;
  /** What is wrong; null if nothing is. */
  readonly sentence: string | null;
  readonly generations: number | null;
  readonly complete: boolean | null;
  readonly hash: string | null;
  readonly mark: string | null;
  readonly sealed: string | null;
  readonly unchecked: string | null;
}

const NOTHING: Finding = {
  ...{ accepted: null, generation: null, sentence: null, generations: null, complete: null },
  ...{ hash: null, mark: null, sealed: null, unchecked: null },
};

const EXIT = { accepted: 0, rejected: 1, nothing: 2 } as const;

async function bytesOf(name: string): Promise<Uint8Array> {
  if (existsSync(name)) {
    const { size } = await stat(name);
    if (size > MAX_RECORDING_BYTES) throw new CannotVerify(`${name} has ${size} bytes: no recording is that large.`);
    return readFile(name);
  }
  const read = readConfig(process.env);
  if ('mistakes' in read) throw new CannotVerify(read.mistakes.join('\n'));
  const repository = await openRepository(read.config).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotVerify(
      `There is no file ${name}, and no database in which a recording of that id could be. ${why}`,
    );
  });
  try {
    const match = await repository.readMatch(name);
    if (match !== null && !(await isOver(repository, match)))
      throw new CannotVerify(`The match ${name} is still being played: verify it when it is over.`);
    const bytes = match === null ? await repository.recordingBytes(name) : recordingOf(match, true);
    if (bytes === null)
      throw new CannotVerify(`There is no file ${name}, and no recording of that id in the database.`);
    return bytes;
  } finally {
    await repository.close();
  }
}

async function examine(bytes: Uint8Array): Promise<Finding> {
  try {
    const file = decodeRecordingFile(bytes);
    const known = { ...NOTHING, mark: hexOf(file.mark), sealed: sealedBy(file) };
    return { ...known, ...findingOf(await verdictOf(file.recording)) };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const generation = /generation (\d+)/.exec(error.message)?.[1];
    return {
      ...NOTHING,
      ...{ accepted: false, sentence: error.message, generation: generation === undefined ? null : Number(generation) },
    };
  }
}

/** Throws a DecodeError when the seal is not this recording's. */
function sealedBy({ seal, mark }: RecordingFile): string | null {
  if (seal === null) return null;
  if (!isSealOf(seal, mark)) throw new DecodeError('The seal was made of another recording.');
  return Buffer.from(seal.key).toString('base64url');
}

async function verdictOf(recording: Recording): Promise<Verdict> {
  if (recording.secret === null) {
    // At least its frames must follow from each other: a damaged one throws, with its generation.
    openTimeline(recording);
    throw new CannotVerify(
      'This recording was made before its match had ended: without the secret its chances cannot be drawn again.',
    );
  }
  const growth = createGrowthPool(availableParallelism(), { kernel: recording.kernel });
  try {
    return await verifyRecording(recording, (world) => growth.growAll(world));
  } finally {
    await growth.close();
  }
}

function findingOf(verdict: Verdict): Partial<Finding> {
  if (!verdict.accepted) return verdict;
  const { accepted, generations, complete, hash, unchecked } = verdict;
  return { accepted, generations, complete, hash, unchecked };
}

function sentencesOf({ accepted, sentence, generations, complete, hash, mark, sealed, unchecked }: Finding): string[] {
  const of = mark === null ? [] : [`mark ${mark}; ${sealed === null ? 'sealed by nobody' : `sealed by ${sealed}`}`];
  if (accepted !== true) return [`rejected: ${sentence}`, ...of];
  const extent = complete ? 'the whole match' : 'as far as it was played';
  return [
    `accepted: ${generations} generations, ${extent}; final state ${hash}`,
    ...of,
    ...(unchecked === null ? [] : [unchecked]),
  ];
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [name, ...rest] = positionals;
  if (values.help || name === undefined || rest.length > 0) {
    console.log(USAGE);
    return values.help ? EXIT.accepted : EXIT.nothing;
  }
  try {
    const finding = await examine(await bytesOf(name));
    if (values.json) console.log(JSON.stringify(finding));
    else for (const line of sentencesOf(finding)) console.log(line);
    return finding.accepted ? EXIT.accepted : EXIT.rejected;
  } catch (error) {
    if (!values.json) throw error;
    const sentence = error instanceof Error ? error.message : String(error);
    console.log(JSON.stringify({ ...NOTHING, sentence } satisfies Finding));
    return EXIT.nothing;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = EXIT.nothing;
}
