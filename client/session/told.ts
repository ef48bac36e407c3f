/** What of a match’s history a page may tell now: in a game of guessing, not the cards that are to be guessed, nor who died of them. */
import { roundOf, type World } from '../../shared/sim/world/world.ts';
import { type CreatureView, generationShown } from './creature-view.ts';
import { hiddenHabitats } from './hidden-cards.ts';
import { type GenerationRecord, rangeOf } from './history.ts';
import type { MatchModel } from './match-model.ts';

/** Stands for a cause of death that is not told. No cause has this number. */
export const UNTOLD_CAUSE = 255;

/** A generation as it may be told; undefined where it is not known at all. */
export function toldRecord(model: MatchModel, world: World, generation: number): GenerationRecord | undefined {
  const record = model.history.at(generation);
  return record && tell(model, world, record);
}

export const toldRecords = (model: MatchModel, world: World): readonly GenerationRecord[] =>
  model.history.records().map((record) => tell(model, world, record));

function tell(model: MatchModel, world: World, record: GenerationRecord): GenerationRecord {
  const { settings, habitats } = world;
  // Rounds before the one on show have been guessed already.
  if (roundOf(settings, record.generation) < roundOf(settings, generationShown(world))) return record;
  const hidden = hiddenHabitats(model.source.table.value, model.source.seat.value, habitats);
  return hidden.includes(true) ? veil(record, hidden) : record;
}

/** A record without the cards and causes of the habitats that are hidden. That somebody died is no secret. */
export function veil(record: GenerationRecord, hidden: readonly boolean[]): GenerationRecord {
  const causes = record.causes.slice();
  for (const [habitat, hides] of hidden.entries()) {
    if (!hides) continue;
    const [start, end] = rangeOf(record, habitat);
    for (let index = start; index < end; index++) if (causes[index] !== 0) causes[index] = UNTOLD_CAUSE;
  }
  return { ...record, causes, pressures: record.pressures.map((cards, id) => (hidden[id] ? null : cards)) };
}

/** Creatures as the map may show them: of the dead of habitats that are hidden, only that they died and when. */
export const veilCreatures = (creatures: readonly CreatureView[], hidden: readonly boolean[]): CreatureView[] =>
  creatures.map((creature) =>
    hidden[creature.habitat] && creature.cause !== 0 ? { ...creature, cause: UNTOLD_CAUSE } : creature,
  );
