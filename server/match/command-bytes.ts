/** A command as it lies in the database between its acknowledgement and the frame that carries it. */
import type { Command } from '../../shared/sim/world/world.ts';

export const commandBytes = ({ tick: _tick, ...command }: Command): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(command));
