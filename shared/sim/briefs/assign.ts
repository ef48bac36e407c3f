/** Who gets which brief: drawn from what is public from the start, so that every page knows its own and everybody’s. */
import { FOUNDERS } from '../founders.ts';
import { draw, drawBelow, Stream } from '../rng.ts';
import type { Settings } from '../world/world.ts';
import { BRIEF_KINDS, type Brief, type BriefKind } from './brief.ts';
import { BRIEFS } from './brief-info.ts';
import { likenessTo } from './likeness.ts';
import { lookOf } from './look.ts';

/** What the parts of a draw from Stream.brief are for. */
const Use = { kind: 1, target: 2 } as const;

/** Shares of a tissue (per 1,000) between which a species has enough of it to breed from, and room for more. */
const BREEDABLE = { low: 10, high: 850 } as const;
/** Targets come from this part of the library, the likest first: near enough to come nearer. */
const NEAREST = 2;

/** Null when the match has no briefs. */
export function briefFor(settings: Settings, seat: number): Brief | null {
  if (settings.briefs === 'none') return null;
  const { mapSeed, founder } = settings;
  const kinds = possibleBriefs(founder);
  // All kinds by turns from a place of chance, so that neighbours at a table have different ones.
  const first = drawBelow(kinds.length, mapSeed, Stream.brief, 0, Use.kind);
  const place = settings.briefs === 'same' ? 0 : seat;
  const kind = kinds[(first + place) % kinds.length] ?? 'surviveUnknown';
  return { kind, target: kind === 'prompt' ? targetFor(founder, draw(mapSeed, Stream.brief, place, Use.target)) : '' };
}

/** Those that the founder species can come nearer to; one that is not in the library has no look to start from. */
export function possibleBriefs(founder: string): readonly BriefKind[] {
  const look = lookOf(founder);
  return BRIEF_KINDS.filter((kind) => {
    const { aim } = BRIEFS[kind];
    if (kind === 'prompt') return look !== null;
    if (aim === undefined) return true;
    if (look === null) return false;
    const isShare = aim.trait === 'shell' || aim.trait === 'leaf';
    return !isShare || (look[aim.trait] >= BREEDABLE.low && look[aim.trait] <= BREEDABLE.high);
  });
}

function targetFor(founder: string, seed: number): string {
  const own = lookOf(founder);
  const others = FOUNDERS.flatMap(({ key }) => {
    const look = key === founder ? null : lookOf(key);
    return own === null || look === null ? [] : [{ key, likeness: likenessTo(look, own) }];
  });
  others.sort((a, b) => b.likeness - a.likeness);
  const near = others.slice(0, Math.ceil(others.length / NEAREST));
  return near[drawBelow(Math.max(1, near.length), seed, Stream.brief, 0, Use.target)]?.key ?? '';
}
