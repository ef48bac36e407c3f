/** What the stage is told to show, and what it tells back. */
import type { CardId } from '../../shared/sim/cards.ts';
import type { InterventionId } from '../../shared/sim/interventions.ts';
import type { Habitat, Pressure } from '../../shared/sim/world/world.ts';
import type { CreatureView } from '../session/creature-view.ts';
import type { Moment } from '../session/moment.ts';
import type { Nursery } from '../worker/nursery.ts';

export interface StageWorld {
  readonly habitats: readonly Habitat[];
  readonly population: number;
  /** Of the generation shown; a change of it means that others are born. */
  readonly generation: number;
  readonly creatures: readonly CreatureView[];
  /** In force in this season, per habitat. */
  readonly pressures: readonly (readonly Pressure[])[];
  /** What stewards did in this round, each on the habitat of its seat. */
  readonly interventions: readonly { readonly habitat: number; readonly intervention: InterventionId }[];
  /** The disaster's card in the generation that it strikes. */
  readonly shock: CardId | null;
}

export interface StageEvents {
  /** A creature was tapped (null: none), by its key. */
  pickCreature(key: number | null): void;
  pickHabitat(id: number | null): void;
  /** Where the habitats' middles now are, in CSS pixels from the stage's left top, and how large a hexagon's radius is. */
  moved(places: readonly { readonly x: number; readonly y: number }[], radius: number): void;
}

export interface StageOptions {
  readonly parent: HTMLElement;
  readonly nursery: Nursery;
  readonly events: StageEvents;
  /** Where in its life the generation is, now. */
  readonly moment: () => Moment;
  readonly calm: boolean;
  /** Draws as many pixels as the screen has, however slow that is: for measuring. */
  readonly steady?: boolean;
}
