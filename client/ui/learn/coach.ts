/** Follows a match and knows which hint to show. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { MAX_INTERVENTIONS } from '../../../shared/sim/interventions.ts';
import { roundOf } from '../../../shared/sim/world/world.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { type HintId, hintFor, learnedIn, type Place, type Situation } from './hints.ts';
import { hintWish, rememberHints } from './memory.ts';

export interface ShownHint {
  readonly id: HintId;
  readonly place: Place;
}

export interface Coach {
  readonly hint: ReadonlySignal<ShownHint | null>;
  /** Set by the question's panel as soon as there is any part of an answer. */
  readonly guessing: Signal<boolean>;
  /** Set as soon as an intervention has been looked at. */
  readonly offered: Signal<boolean>;
  /** No more hints, now and later. */
  dismiss(): void;
  close(): void;
}

export function createCoach({ source, moment, creature }: MatchModel): Coach {
  const guessing = signal(false);
  const offered = signal(false);
  const known = signal<ReadonlySet<string>>(new Set());

  const situation = computed((): Situation | null => {
    const table = source.table.value;
    const world = source.world.value;
    const seat = source.seat.value;
    const steward = table.stewards[seat];
    if (!world || !steward) return null;
    return {
      phase: table.phase,
      round: roundOf(world.settings, world.generation),
      guessing: guessing.value,
      answered: steward.answered,
      laid: table.laid[seat]?.length ?? 0,
      ready: steward.ready,
      growth: moment.value.growth,
      looking: creature.value !== null,
      intervening: offered.value || steward.interventionsLeft < MAX_INTERVENTIONS,
    };
  });

  /** In a class the teacher explains: elsewhere hints come by themselves to who plays for the first time. */
  const wanted = computed(() => {
    const wish = hintWish.value;
    return wish === 'asked' || (wish === 'new' && source.table.value.mode !== 'private');
  });

  const hint = computed((): ShownHint | null => {
    if (!wanted.value || !situation.value) return null;
    const next = hintFor(known.value, situation.value);
    return next && { id: next.id, place: next.place };
  });

  let seen = source.table.peek().phase;
  let last: HintId | null = null;
  const stops = [
    effect(() => {
      const now = situation.value;
      if (!now) return;
      const fresh = learnedIn(now).filter((id) => !known.peek().has(id));
      if (fresh.length > 0) known.value = new Set([...known.peek(), ...fresh]);
    }),
    effect(() => {
      // What was shown and passed by is not shown again: a hint is no nagging.
      const { phase } = source.table.value;
      const next = hint.value?.id ?? null;
      if (phase !== seen && last) known.value = new Set([...known.peek(), last]);
      seen = phase;
      last = next;
    }),
    effect(() => {
      // Who has seen the end of a match has met everything that hints are about.
      if (source.table.value.phase === 'over' && wanted.peek()) rememberHints('done');
    }),
    effect(() => {
      if (hintWish.value === 'asked') known.value = new Set();
    }),
  ];

  return {
    hint,
    guessing,
    offered,
    dismiss: () => rememberHints('done'),
    close() {
      for (const stop of stops) stop();
    },
  };
}
