import type { CreateOptions } from '../../../shared/protocol/messages.ts';
import { BRIEFS, GAMES } from '../../../shared/sim/settings.ts';

const NUMBERS = ['habitats', 'rounds', 'generationsPerRound', 'population', 'migration', 'speed'] as const;

type Plan = {
  -readonly [Name in (typeof NUMBERS)[number] | 'founder' | 'game' | 'briefs' | 'shock']?: NonNullable<
    CreateOptions[Name]
  >;
};

/** A match's settings from an address (`/play?founder=rust-mask&rounds=4`), so that a link can name them. The server checks them. */
export function readPlan(query: Readonly<Record<string, string>>): Plan {
  const plan: Plan = {};
  if (query.founder) plan.founder = query.founder;
  const game = GAMES.find((each) => each === query.game);
  const briefs = BRIEFS.find((each) => each === query.briefs);
  if (game) plan.game = game;
  if (briefs) plan.briefs = briefs;
  if ('shock' in query) plan.shock = true;
  for (const name of NUMBERS) {
    const value = Number(query[name] ?? Number.NaN);
    if (Number.isInteger(value)) plan[name] = value;
  }
  return plan;
}
