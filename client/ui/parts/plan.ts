import type { CreateOptions } from '../../../shared/protocol/messages.ts';

const NUMBERS = ['habitats', 'rounds', 'generationsPerRound', 'population', 'migration', 'speed'] as const;

type Plan = { -readonly [Name in (typeof NUMBERS)[number] | 'founder']?: NonNullable<CreateOptions[Name]> };

/** A match's settings from an address (`/play?founder=rust-mask&rounds=4`), so that a link can name them. The server checks them. */
export function readPlan(query: Readonly<Record<string, string>>): Plan {
  const plan: Plan = {};
  if (query.founder) plan.founder = query.founder;
  for (const name of NUMBERS) {
    const value = Number(query[name] ?? Number.NaN);
    if (Number.isInteger(value)) plan[name] = value;
  }
  return plan;
}
