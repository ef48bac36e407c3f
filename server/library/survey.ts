/** Looks through a recording's bytes: whether they are one, and what the library tells of it. Runs in a thread (worker.ts). */
import { existsSync } from 'node:fs';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeRecordingFile, type RecordingFile } from '../../shared/replay/recording.ts';
import { isSealOf } from '../../shared/replay/seal.ts';
import { follow } from '../../shared/replay/timeline.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { Survey } from '../persistence/library-store.ts';
import { eventsOf } from './events.ts';

/** All that is found in a file, as plain data that passes between threads. */
export interface FileSurvey extends Survey {
  readonly founder: string;
  readonly habitats: number;
  readonly rounds: number;
  readonly status: 'finished' | 'interrupted';
  /** Whether it can be played again from its inputs: only with its secret. */
  readonly hasSecret: boolean;
}

/** Why a file is not taken. */
export interface SurveyRefusal {
  readonly reason: string;
  readonly error: string;
}

export interface SurveyLimits {
  /** Of processor time, in milliseconds; null for a match of our own, which is taken as it is. */
  readonly cpuMs: number | null;
}

export const TOO_MUCH_WORK: SurveyRefusal = {
  reason: 'tooMuchWork',
  error:
    'This recording takes longer to check than there is time for one, so the library cannot take it. A page can still play it from its file.',
};

const refuse = (reason: string, error: string): SurveyRefusal => ({ reason, error });

/** How long the work may take. Called between steps that are short each. */
type Allowance = () => boolean;

/** Of this thread, in milliseconds: a busy machine shall not make a file harder to take. Before Node 23.9 a clock has to do. */
function spent(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function allowance(cpuMs: number | null): Allowance {
  const end = cpuMs === null ? Number.POSITIVE_INFINITY : spent() + cpuMs;
  return () => spent() < end;
}

export function surveyFile(bytes: Uint8Array, { cpuMs }: SurveyLimits): FileSurvey | SurveyRefusal {
  const goesOn = allowance(cpuMs);
  try {
    const file = decodeRecordingFile(bytes);
    return strangers(file, cpuMs) ?? follows(file, goesOn);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return refuse('badRecording', `This file cannot be taken into the library. ${error.message}`);
  }
}

/** What is wrong with a file that somebody else made, though it can be read; null: nothing, or it is our own. */
function strangers({ recording, seal, mark }: RecordingFile, cpuMs: number | null): SurveyRefusal | null {
  if (cpuMs === null) return null;
  const { kernel, settings } = recording;
  if (seal !== null && !isSealOf(seal, mark)) {
    return refuse(
      'badRecording',
      'This file cannot be taken into the library. Its seal was made of another recording.',
    );
  }
  if (recording.frames.length === 0) {
    return refuse('emptyRecording', 'Nothing has happened yet in this recording: there is nothing to look at.');
  }
  // Its key is shown to everybody: it must be a name of ours, and not somebody's.
  if (!founderByKey(settings.founder)) {
    return refuse(
      'unknownFounder',
      'The founder species of this recording is not among those of this Twinfold. A newer one may know it.',
    );
  }
  if (!hasKernel(kernel)) {
    return refuse(
      'unknownKernel',
      'This recording was made with a kernel that this Twinfold does not have, so nobody could see its bodies here. A newer one may have it.',
    );
  }
  return null;
}

const hasKernel = (hash: string): boolean =>
  /^[0-9a-f]+$/.test(hash) && existsSync(new URL(`../../shared/sim/embryo/kernels/${hash}.wasm`, import.meta.url));

function follows({ recording, mark }: RecordingFile, goesOn: Allowance): FileSurvey | SurveyRefusal {
  const { settings, frames, origin, secret } = recording;
  let world: World = createWorld(settings, recording.founderGenome);
  for (const frame of frames) {
    if (!goesOn()) return TOO_MUCH_WORK;
    world = follow(world, frame);
  }
  return {
    mark: hexOf(mark),
    parent: origin && { mark: hexOf(origin.parent), from: origin.from, parts: partsSince(origin) },
    events: eventsOf(frames, world),
    ...{ founder: settings.founder, habitats: settings.habitats, rounds: settings.rounds },
    status: world.stage === 'over' ? 'finished' : 'interrupted',
    hasSecret: secret !== null,
  };
}

/** What was drawn anew where it branched off, and not by its parents before. */
const partsSince = ({ from, anew }: NonNullable<RecordingFile['recording']['origin']>) => {
  const last = anew.at(-1);
  return last?.from === from ? last.parts : [];
};
