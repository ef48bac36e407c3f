/** A match played again from its inputs, every body regrown. Plain functions of a way to grow: usable without a worker. */
import type { Recording } from '../../shared/replay/recording.ts';
import { type Verdict, verifyRecording } from '../../shared/replay/verify.ts';
import type { Grow } from '../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { Shift } from '../session/chapters.ts';

/** Mean and variance of each trait of a habitat's newborn; null where there are too few. */
type Spread = { readonly means: readonly number[]; readonly variances: readonly number[] } | null;

/** Of fewer creatures a mean is chance. */
const FEWEST = 6;
/** Traits are whole numbers: where all were alike, one step is no leap. */
const LEAST_VARIANCE = 4;

/** `onGrown` is called with how many bodies have been grown, after each generation. */
export async function verifyAndSurvey(
  recording: Recording,
  grow: Grow,
  onGrown: (bodies: number) => void,
): Promise<{ readonly verdict: Verdict; readonly shift: Shift | null }> {
  const survey = createSurvey();
  const verdict = await verifyRecording(recording, async (world) => {
    const rows = growWith(grow, world);
    survey.add(world, rows);
    onGrown(world.creatures.length);
    return rows;
  });
  return { verdict, shift: survey.shift() };
}

interface Survey {
  /** The next generation, between its births and its season. */
  add(world: World, rows: Int32Array): void;
  shift(): Shift | null;
}

export function createSurvey(): Survey {
  let before: readonly Spread[] = [];
  let biggest: (Shift & { readonly far: number }) | null = null;
  return {
    add(world, rows) {
      const spreads = world.habitats.map(({ id }) => spreadOf(world, rows, id));
      spreads.forEach((spread, habitat) => {
        const last = before[habitat];
        if (!spread || !last) return;
        TRAITS.forEach((trait, at) => {
          const moved = (spread.means[at] ?? 0) - (last.means[at] ?? 0);
          const variance = ((spread.variances[at] ?? 0) + (last.variances[at] ?? 0)) / 2;
          const far = Math.abs(moved) / Math.sqrt(Math.max(LEAST_VARIANCE, variance));
          if (far > (biggest?.far ?? 0)) biggest = { generation: world.generation, habitat, trait, up: moved > 0, far };
        });
      });
      before = spreads;
    },
    shift() {
      if (!biggest) return null;
      const { far: _, ...shift } = biggest;
      return shift;
    },
  };
}

function spreadOf({ creatures }: World, rows: Int32Array, habitat: number): Spread {
  const here = creatures.flatMap((creature, index) => (creature.habitat === habitat ? [index] : []));
  if (here.length < FEWEST) return null;
  const means = TRAITS.map((_, trait) => {
    const sum = here.reduce((total, index) => total + (rows[index * TRAITS.length + trait] ?? 0), 0);
    return sum / here.length;
  });
  const variances = TRAITS.map((_, trait) => {
    const mean = means[trait] ?? 0;
    const squares = here.reduce((sum, index) => sum + ((rows[index * TRAITS.length + trait] ?? 0) - mean) ** 2, 0);
    return squares / here.length;
  });
  return { means, variances };
}
