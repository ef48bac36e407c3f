/** Where the room is that a page has lost: only the database and the list of rooms together can tell. */
import type { MatchRepository } from '../persistence/repository.ts';

/** `open`: it can be joined; `comingBack`: its match goes on, and its room will stand again in a moment. */
export type Whereabouts = 'open' | 'comingBack' | 'gone';

interface Sources {
  readonly repository: Pick<MatchRepository, 'findLiveRoom'>;
  /** Rejects while the list cannot be read. */
  isListed(roomId: string): Promise<boolean>;
  /** A process that has been silent for longer is not alive; infinite where there is but one. */
  readonly silenceMs: number;
}

export async function whereabouts(roomId: string, { repository, isListed, silenceMs }: Sources): Promise<Whereabouts> {
  const live = await repository.findLiveRoom(roomId);
  const listed = await isListed(roomId).catch(() => false);
  if (live === null) return listed ? 'open' : 'gone';
  return listed && live.silentMs <= silenceMs ? 'open' : 'comingBack';
}
