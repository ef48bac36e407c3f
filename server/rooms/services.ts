import type { Logger } from 'pino';
import type { GrowthPool } from '../growth/pool.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import type { Tickets } from './taking-up.ts';

/** What rooms need of the process that they run in. */
export interface RoomServices {
  readonly repository: MatchRepository;
  readonly growth: GrowthPool;
  readonly log: Logger;
  /** Matches that rooms of this process are to go on with. */
  readonly tickets: Tickets;
}
