/** Interventions that were acknowledged and are in no frame yet: a page remembers its own. Plain functions. */
import type { InterventionId } from '../../shared/sim/interventions.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';

export interface Sent {
  readonly round: number;
  readonly intervention: InterventionId;
}

/** What of `sent` (in the order of sending) still waits for its step, in the round that the world is in. */
export function pendingOf(sent: readonly Sent[], world: World, seat: number): InterventionId[] {
  const taken = world.interventions.flatMap((each) => (each.seat === seat ? [each.intervention] : []));
  const round = currentRound(world);
  return sent.flatMap(({ round: of, intervention }) => {
    if (of !== round) return [];
    const at = taken.indexOf(intervention);
    if (at < 0) return [intervention];
    taken.splice(at, 1);
    return [];
  });
}
