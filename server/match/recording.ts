/** A match out of the database as the bytes of a recording file. */
import { createReader } from '../../shared/protocol/bytes.ts';
import { readHeader } from '../../shared/protocol/header.ts';
import { encodeRecordingOf } from '../../shared/replay/recording.ts';
import type { StoredMatch } from '../persistence/repository.ts';

/** The secret is told only of a match that has ended: from it all chances to come follow. */
export function recordingOf({ header, kernel, secret, status, frames }: StoredMatch): Uint8Array {
  const { settings, founderGenome } = readHeader(createReader(header, 'The match’s header'));
  const head = { kernel, settings, founderGenome, secret: status === 'finished' ? secret : null };
  return encodeRecordingOf(
    head,
    frames.map(({ bytes }) => bytes),
  );
}
