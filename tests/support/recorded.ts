/** What a server has recorded of a match, as anybody can ask for it, and whether it is true. */
import { fetchRecording } from '../../client/net/api.ts';
import { growBy } from '../../server/growth/kernel.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { type Verdict, verifyRecording } from '../../shared/replay/verify.ts';
import { growWith } from '../../shared/sim/world/grow.ts';

/** Plays the recorded match again from its inputs. */
export async function verifyRecorded(url: string, id: string): Promise<Verdict> {
  const recorded = await fetchRecording(id, url);
  if (!recorded.ok) throw new Error(recorded.error);
  const recording = decodeRecording(recorded.value);
  const grow = growBy(recording.kernel);
  return verifyRecording(recording, async (world) => growWith(grow, world));
}
