/** What turns out to be true of a question: some of it is known when it is asked, the rest when the round is over. */
import { readTraits } from '../traits.ts';
import type { World } from '../world/world.ts';
import { countInBins } from './bins.ts';
import { placesOfClones } from './clones.ts';
import type { Question, Truth } from './question.ts';

/** What is known as soon as it is asked, in the world for which `question` was made. Null: only the round will tell. */
export function knownTruth(world: World, question: Question): Truth | null {
  if (question.kind === 'twins') return { kind: 'twins', same: placesOfClones(question.bodies) };
  if (question.kind !== 'sculptor') return null;
  const laid = new Set((world.pressures[question.habitat] ?? []).map(({ card }) => card));
  return { kind: 'sculptor', laid: question.choices.findIndex((choice) => laid.has(choice)) };
}

/**
 * What the round has told: of the world after its last season, the rows of traits of its creatures (Int32Array[creatures ×
 * TRAITS]), and how far apart its twins came (a share from 0 to 1 a habitat; null where there were none). Null: nobody can say.
 */
export function truthAfter(
  world: World,
  question: Question,
  rows: Int32Array,
  twinsApart: readonly (number | null)[],
): Truth | null {
  if (question.kind === 'divergence') {
    const share = twinsApart[question.habitat] ?? null;
    return share === null ? null : { kind: 'divergence', apart: Math.round(1000 * share) / 10 };
  }
  if (question.kind !== 'histogram') return null;
  const values = world.creatures.flatMap(({ habitat }, index) =>
    habitat === question.habitat ? [readTraits(rows, index)[question.trait]] : [],
  );
  return values.length === 0 ? null : { kind: 'histogram', counts: countInBins(question.edges, values) };
}
