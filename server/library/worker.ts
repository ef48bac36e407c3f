/** Runs in a worker thread: looks through recordings, or plays them again with every body. */
import { decodeRecording } from '../../shared/replay/recording.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { growBy } from '../growth/kernel.ts';
import { type FileSurvey, type SurveyLimits, type SurveyRefusal, surveyFile } from './survey.ts';

export interface SurveyTask {
  readonly bytes: Uint8Array;
  readonly limits: SurveyLimits;
}

export function survey({ bytes, limits }: SurveyTask): FileSurvey | SurveyRefusal {
  return surveyFile(bytes, limits);
}

/** Whether it is true. Rejects with a sentence where its kernel is not here. */
export async function verify(bytes: Uint8Array): Promise<boolean> {
  const recording = decodeRecording(bytes);
  const grow = growBy(recording.kernel);
  const { accepted } = await verifyRecording(recording, async (world) => growWith(grow, world));
  return accepted;
}
