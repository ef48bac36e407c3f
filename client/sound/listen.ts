/** Which sound a match makes when. */
import { effect } from '@preact/signals';
import type { Phase } from '../../shared/protocol/wire.ts';
import type { Pressure } from '../../shared/sim/world/world.ts';
import { deathsSoFar } from '../session/census.ts';
import { generationShown } from '../session/creature-view.ts';
import type { MatchModel } from '../session/match-model.ts';
import { play } from './player.ts';
import type { SoundName } from './sounds.ts';
import { hush } from './volume.ts';

/** What a phase begins with. */
const OPENINGS: Readonly<Partial<Record<Phase, SoundName>>> = { season: 'season', reveal: 'reveal', over: 'reveal' };
const BUBBLES_EVERY_MS = 330;

const laidText = (laid: readonly Pressure[] | undefined): string =>
  (laid ?? []).map(({ card, level }) => `${card} ${level}`).join();

/** Lets a match be heard. Returns the way to stop. */
export function listenTo(model: MatchModel): () => void {
  const { source } = model;
  if (source.table.peek().mode === 'private') hush();
  let phase = source.table.peek().phase;
  let laid = laidText(source.table.peek().laid[source.seat.peek()]);
  let dead = 0;
  let shown = Number.NaN;
  const stops = [
    effect(() => {
      const table = source.table.value;
      const opening = table.phase === phase ? undefined : OPENINGS[table.phase];
      const own = laidText(table.laid[source.seat.value]);
      const disaster = source.world.peek();
      if (opening) play(opening);
      if (opening === 'season' && disaster && disaster.shockedAt === generationShown(disaster)) play('shock');
      if (own !== laid && table.phase === 'choose') play('card');
      phase = table.phase;
      laid = own;
    }),
    effect(() => {
      const world = source.world.value;
      const { season } = model.moment.value;
      if (!world) return;
      const now = season > 0 ? deathsSoFar(model.creatures.peek(), model.habitat.value, season).length : 0;
      const generation = generationShown(world);
      if (generation === shown && now > dead && season < 1) play('death');
      dead = now;
      shown = generation;
    }),
  ];
  const bubbles = setInterval(() => {
    const { growth } = model.moment.peek();
    if (growth > 0 && growth < 1 && !source.table.peek().paused) play('bubble');
  }, BUBBLES_EVERY_MS);
  return () => {
    for (const stop of stops) stop();
    clearInterval(bubbles);
  };
}
