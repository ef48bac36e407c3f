import type { Logger } from 'pino';
import type { GrowthPool } from '../growth/pool.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import type { RoomDoors } from './doors.ts';
import type { RoomPlan } from './options.ts';
import type { Residents } from './residents.ts';
import type { Tickets } from './taking-up.ts';

/** What rooms need of the process that they run in. */
export interface RoomServices {
  readonly repository: MatchRepository;
  readonly growth: GrowthPool;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Matches that rooms of this process are to go on with. */
  readonly tickets: Tickets;
  /** Matches whose rooms are in this process. */
  readonly residents: Residents;
  /** Rooms that this process opens by itself. */
  readonly plans: Tickets<RoomPlan>;
  /** How many rooms this process opens, and how fast. */
  readonly doors: RoomDoors;
}
