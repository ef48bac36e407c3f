import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { creatureKey, generationShown } from '../../session/creature-view.ts';
import { kinIn } from '../../session/following.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { Playback } from '../../session/world-source.ts';

/** Points out, in each generation that comes on show, those who belong to whom one follows; the map goes to them. */
export function useFollowing(model: MatchModel, { timeline }: Playback): void {
  useEffect(() => {
    let told = '';
    return effect(() => {
      const following = model.following.value;
      // Each generation begins with nobody pointed out.
      void model.creatures.value;
      const none = model.pointedOut.value.length === 0;
      const world = model.source.world.peek();
      if (!following || !world || world.creatures.length === 0) {
        told = '';
        return;
      }
      const generation = generationShown(world);
      const now = `${generation} ${following.generation} ${following.indices.join()}`;
      if (now === told && !none) return;
      told = now;
      const kin = kinIn(timeline.frames, following, generation).map((index) => creatureKey(generation, index));
      if (kin.length > 0 || !none) model.pointedOut.value = kin;
    });
  }, [model, timeline]);
}
