/** A command as it lies in the database between its acknowledgement and the frame that carries it. */
import type { Command } from '../../shared/sim/world/world.ts';
import type { StoredCommand } from '../persistence/repository.ts';

export const commandBytes = ({ tick: _tick, ...command }: Command): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(command));

/** The command that `commandBytes` made these bytes of: nobody else writes them. */
export const commandOf = ({ tick, bytes }: Omit<StoredCommand, 'seq'>): Command => ({
  ...JSON.parse(new TextDecoder().decode(bytes)),
  tick,
});
