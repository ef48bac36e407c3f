import type { RecordingFile } from '../../../shared/replay/recording.ts';
import { hexOf } from '../../../shared/sim/hash.ts';

/** "rust-mask-3fa9c1-creatures.csv": of which match, what of it. The same match gives the same names wherever it is opened. */
export function fileName({ recording, mark }: RecordingFile, what: string, ending: string): string {
  const founder = recording.settings.founder.replace(/[^a-z0-9-]/gi, '') || 'twinfold';
  return [founder, hexOf(mark.subarray(0, 3)), what].filter(Boolean).join('-').concat('.', ending);
}
