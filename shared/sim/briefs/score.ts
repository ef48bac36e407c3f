/** How well a brief is met: 0 to 100, by formulas that stand for readers in brief-info.ts and in MODEL.md, "Briefs". */
import type { TraitName } from '../trait-names.ts';
import type { Traits } from '../traits.ts';
import type { Brief, TraitAim } from './brief.ts';
import { BRIEFS, HALF } from './brief-info.ts';
import type { HabitatView } from './habitat-view.ts';
import { colourDifference, likenessTo } from './likeness.ts';
import { lookOf } from './look.ts';

/** `founder`: the match's founder species, from which the way is measured. To one decimal; 0 where nobody survived. */
export function briefScore(brief: Brief, view: HabitatView, founder: string): number {
  return Math.round(1000 * share(brief, view, founder)) / 10;
}

function share(brief: Brief, view: HabitatView, founder: string): number {
  switch (brief.kind) {
    case 'surviveUnknown':
      return view.lived / 100;
    case 'steadyTwins':
      return steadiness(view.twinsApart);
    case 'scatteredTwins':
      return view.twinsApart.length === 0 ? 0 : 1 - steadiness(view.twinsApart);
    default: {
      const { aim } = BRIEFS[brief.kind];
      if (aim !== undefined) return gain(aim, view.survivors, founder);
      return mean(view.survivors.map((traits) => creatureShare(brief, traits, view.elsewhere, founder)));
    }
  }
}

/**
 * How well one creature meets the brief, 0 to 1, where its body alone can say that; the briefs about twins and about survival
 * are met by lineages. Used to find the champion.
 */
export function creatureShare(brief: Brief, traits: Traits, elsewhere: readonly Traits[], founder: string): number {
  const { aim } = BRIEFS[brief.kind];
  if (aim !== undefined) return gain(aim, [traits], founder);
  if (brief.kind === 'prompt') {
    const target = lookOf(brief.target);
    return target === null ? 0 : likenessTo(target, traits);
  }
  if (brief.kind !== 'rareMorph') return 0;
  const usual = elsewhere.length > 0 ? averageColour(elsewhere) : lookOf(founder);
  if (usual === null) return 0;
  const difference = colourDifference(traits, { ...traits, ...usual });
  return difference / (difference + HALF.colour);
}

/** Whether a brief can be met by one body, so that its best creature can be named. */
export const isOfBodies = ({ kind }: Brief): boolean =>
  kind === 'prompt' || kind === 'rareMorph' || BRIEFS[kind].aim !== undefined;

function steadiness(twinsApart: readonly number[]): number {
  if (twinsApart.length === 0) return 0;
  const agree = 100 - mean(twinsApart);
  return agree / (agree + HALF.twins);
}

function gain({ trait, direction, half }: TraitAim, creatures: readonly Traits[], founder: string): number {
  const start = lookOf(founder)?.[trait];
  if (start === undefined || creatures.length === 0) return 0;
  const gained = Math.max(0, direction * (mean(creatures.map((each) => each[trait])) - start));
  return gained / (gained + half);
}

const averageColour = (creatures: readonly Traits[]): Pick<Traits, 'red' | 'green' | 'blue'> => {
  const of = (trait: TraitName): number => mean(creatures.map((each) => each[trait]));
  return { red: of('red'), green: of('green'), blue: of('blue') };
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sums of points by team: `teamOf` names each seat's; what is not told yet (below 0) counts as nothing. */
export function teamSums(points: readonly number[], teamOf: (seat: number) => string): Map<string, number> {
  const sums = new Map<string, number>();
  points.forEach((each, seat) => {
    const team = teamOf(seat);
    sums.set(team, (sums.get(team) ?? 0) + Math.max(0, each));
  });
  return sums;
}
