/** A command as it lies in the database between its acknowledgement and the frame that carries it. */
import type { Command } from '../../shared/sim/world/world.ts';

export const commandBytes = ({ kind, seat, card, level }: Command): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ kind, seat, card, level }));
