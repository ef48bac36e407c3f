/** Bots in a match: which policy looks after which seat, and what each lays. */
import { type BotPolicy, botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import type { Engine } from './engine.ts';
import { fillWithBots, type Steward } from './stewards.ts';

export interface Bots {
  /** What looks after a seat that nobody holds any more; empty before the beginning, when it waits for the next who comes. */
  policyOf(seat: number): BotPolicy | '';
  /** The match begins: bots look after every seat that no person holds. */
  begin(): void;
  /** Lays the cards of those who have not laid any. */
  choose(): Promise<void>;
}

/** `seed`: no part of what a recording must repeat, since what bots laid is in it. `begun`: whether the match has. */
export function createBots(stewards: readonly Steward[], engine: Engine, seed: number, begun: () => boolean): Bots {
  const usual = (seat: number): BotPolicy => botPolicyFor(seat, seed);
  return {
    policyOf: (seat) => (begun() ? usual(seat) : ''),
    begin: () => fillWithBots(stewards, usual),
    choose() {
      // Those of whom another process knew what they chose have chosen.
      const done = engine.seatsQueued();
      const still = stewards.filter(({ seat }) => !done.has(seat));
      return engine.layAll(
        still.flatMap(({ seat, bot }) => (bot === '' ? [] : botCommands(bot, engine.world(), seat, seed))),
      );
    },
  };
}
