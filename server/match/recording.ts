/** A match out of the database as the bytes of a recording file. */
import { createReader } from '../../shared/protocol/bytes.ts';
import { readHeader } from '../../shared/protocol/header.ts';
import { encodeRecordingOf, type Seal } from '../../shared/replay/recording.ts';
import type { MatchRepository, StoredMatch } from '../persistence/repository.ts';

/** Whether nothing more can happen in it. One that is told as broken off may be taken up again as long as it is among the live ones. */
export async function isOver(
  repository: Pick<MatchRepository, 'readLive'>,
  { id, status }: Pick<StoredMatch, 'id' | 'status'>,
): Promise<boolean> {
  return status === 'finished' || (status === 'interrupted' && (await repository.readLive(id)) === null);
}

/**
 * The secret is told only of a match that is over: from it all chances to come follow. `seal`: makes the seal of a mark; of a match
 * that goes on none is made, since its recording is not whole.
 */
export function recordingOf(
  { header, kernel, secret, status, frames }: StoredMatch,
  over: boolean = status === 'finished',
  seal?: (mark: Uint8Array) => Seal,
): Uint8Array {
  const { settings, founderGenome } = readHeader(createReader(header, 'The match’s header'));
  const head = { kernel, settings, founderGenome, secret: over ? secret : null, origin: null };
  return encodeRecordingOf(
    head,
    frames.map(({ bytes }) => bytes),
    over ? seal : undefined,
  );
}
