/** How teams stand: each by the mean of its habitats, so that a large team has no lead by its size. */
import type { Score } from '../../shared/sim/scores.ts';
import type { StewardView } from './world-source.ts';

export interface TeamScore {
  /** 1 to 8. */
  readonly team: number;
  /** Mean of the totals, 0 to 200. */
  readonly total: number;
  readonly habitats: number;
}

/** The best first; none where there are no teams. */
export function teamScores(stewards: readonly StewardView[], scores: readonly Score[]): TeamScore[] {
  const totals = new Map<number, number[]>();
  for (const { seat, total } of scores) {
    const team = stewards[seat]?.team ?? 0;
    if (team > 0) totals.set(team, [...(totals.get(team) ?? []), total]);
  }
  return [...totals]
    .map(([team, all]) => ({
      team,
      total: all.reduce((sum, each) => sum + each, 0) / all.length,
      habitats: all.length,
    }))
    .sort((a, b) => b.total - a.total || a.team - b.team);
}
