/** What happened in a recorded match, and where on its line: read off its frames. Plain functions. */
import type { Timeline } from '../../shared/replay/timeline.ts';
import { opensRound } from '../../shared/sim/world/create.ts';
import {
  type BirthFrame,
  examGeneration,
  FOUNDER_PARENT,
  type SeasonFrame,
  type Settings,
} from '../../shared/sim/world/world.ts';
import { fractionOfBirths, fractionOfSeason, scenesOf } from './course.ts';

/**
 * A round begins, the exam begins; twins are born; the disaster strikes; a steward intervenes; a habitat loses all its creatures;
 * kin of the founder settle one again.
 */
export type HappeningKind = 'round' | 'exam' | 'twins' | 'disaster' | 'intervention' | 'extinction' | 'resettling';

export interface Happening {
  readonly kind: HappeningKind;
  readonly generation: number;
  /** Generation + fraction, as in Playback. */
  readonly position: number;
  /** Of those that it concerns; empty: of all. */
  readonly habitats: readonly number[];
  /** The disaster's card, the interventions; else empty. */
  readonly what: readonly string[];
}

/** The deaths of a generation. */
export interface Toll {
  readonly born: number;
  readonly died: number;
  /** How many died of what. */
  readonly causes: ReadonlyMap<number, number>;
  /** How many died in each part of the season, PARTS of them. */
  readonly parts: readonly number[];
}

export const PARTS = 8;
const MOMENTS = 256;

export interface Course {
  readonly settings: Settings;
  /** In order of their positions. */
  readonly happenings: readonly Happening[];
  /** One for each generation. */
  readonly tolls: readonly Toll[];
}

export function courseOf({ recording: { settings }, frames }: Pick<Timeline, 'recording' | 'frames'>): Course {
  const happenings: Happening[] = [];
  const tolls: Toll[] = [];
  for (let at = 0; at < frames.length; at += 2) {
    const [births, season] = [frames[at], frames[at + 1]];
    if (births?.kind !== 'births') continue;
    const decided = season?.kind === 'season' ? season : null;
    happenings.push(...ofBirths(settings, births), ...(decided ? ofSeason(settings, births, decided) : []));
    tolls.push(tollOf(births, decided));
  }
  return { settings, happenings: happenings.sort((a, b) => a.position - b.position), tolls };
}

function ofBirths(settings: Settings, births: BirthFrame): Happening[] {
  const { generation, counts, mothers, shock } = births;
  const found: Happening[] = [];
  const happens = (
    kind: HappeningKind,
    position: number,
    habitats: readonly number[] = [],
    what: readonly string[] = [],
  ) => found.push({ kind, generation, position, habitats, what });
  const scenes = scenesOf(settings, generation);
  const born = generation + fractionOfBirths(scenes);
  if (generation === examGeneration(settings)) happens('exam', generation);
  else if (opensRound(settings, generation)) happens('round', generation);
  if (opensRound(settings, generation)) {
    const homes = counts.flatMap((count, habitat) => (count >= 2 ? [habitat] : []));
    if (homes.length > 0) happens('twins', born, homes);
  }
  if (shock !== null) happens('disaster', generation + fractionOfSeason(scenes, 0), [], [shock.card]);
  const acts = interventionsOf(births);
  if (acts.seats.length > 0) happens('intervention', born, acts.seats, acts.what);
  if (generation > 0) {
    const settled = rangesOf(counts).flatMap(([start, end], habitat) =>
      mothers.subarray(start, end).includes(FOUNDER_PARENT) ? [habitat] : [],
    );
    if (settled.length > 0) happens('resettling', born, settled);
  }
  return found;
}

function ofSeason(settings: Settings, { counts, generation }: BirthFrame, season: SeasonFrame): Happening[] {
  const scenes = scenesOf(settings, generation);
  const found: Happening[] = [];
  const acts = interventionsOf(season);
  if (acts.seats.length > 0) {
    const position = generation + fractionOfSeason(scenes, 0);
    found.push({ kind: 'intervention', generation, position, habitats: acts.seats, what: acts.what });
  }
  const lost = rangesOf(counts).flatMap(([start, end], habitat) =>
    end > start && !season.causes.subarray(start, end).includes(0) ? [habitat] : [],
  );
  if (lost.length > 0) {
    const last = Math.max(
      ...rangesOf(counts).flatMap(([start, end], habitat) =>
        lost.includes(habitat) ? [...season.moments.subarray(start, end)] : [],
      ),
    );
    const position = generation + fractionOfSeason(scenes, last / MOMENTS);
    found.push({ kind: 'extinction', generation, position, habitats: lost, what: [] });
  }
  return found;
}

/** Whose stewards intervened at this step, and how: each named once. */
function interventionsOf({ commands }: BirthFrame | SeasonFrame): { seats: number[]; what: string[] } {
  const acts = commands.flatMap((command) => (command.kind === 'intervention' ? [command] : []));
  return {
    seats: [...new Set(acts.map(({ seat }) => seat))].sort((a, b) => a - b),
    what: [...new Set(acts.map(({ intervention }) => intervention))],
  };
}

/** Indices [start, end) of each habitat's newborn. */
export function rangesOf(counts: readonly number[]): (readonly [start: number, end: number])[] {
  let start = 0;
  return counts.map((count) => {
    const range = [start, start + count] as const;
    start += count;
    return range;
  });
}

function tollOf({ counts }: BirthFrame, season: SeasonFrame | null): Toll {
  const causes = new Map<number, number>();
  const parts = new Array<number>(PARTS).fill(0);
  let died = 0;
  season?.causes.forEach((cause, index) => {
    if (cause === 0) return;
    died++;
    causes.set(cause, (causes.get(cause) ?? 0) + 1);
    const part = Math.floor(((season.moments[index] ?? 0) * PARTS) / MOMENTS);
    parts[part] = (parts[part] ?? 0) + 1;
  });
  return { born: counts.reduce((sum, count) => sum + count, 0), died, causes, parts };
}

/** What happened in a generation. */
export const happeningsIn = ({ happenings }: Course, generation: number): Happening[] =>
  happenings.filter((each) => each.generation === generation);
