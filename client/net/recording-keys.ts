/** Keeps in this browser the keys of recordings that are its own: of what it brought to the library, and of matches that it led. */
import { type KeptByRoom, keptByRoom } from './kept-by-room.ts';

/** The library itself forgets a recording in time: the latest are enough. */
const KEPT = 200;

/** By the recording's id. Who has a recording's key may keep, unlist and delete it. */
export const recordingKeys: KeptByRoom<string> = keptByRoom('twinfold.recordings', KEPT, (kept) =>
  typeof kept === 'string' ? kept : undefined,
);
