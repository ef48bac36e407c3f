import { useEffect } from 'preact/hooks';
import type { MatchModel } from '../../session/match-model.ts';
import { readMoment, writeMoment } from '../../session/moment-link.ts';
import type { Playback } from '../../session/world-source.ts';

/** The link to what is on show: while it plays to the generation, when it stands to the very moment. */
const linkOf = ({ position, playing, generations }: Playback, habitat: number | null): string => {
  const at = Math.min(position.value, generations - 0.01);
  return writeMoment(playing.value ? Math.floor(at) : at, habitat);
};

/** Keeps the moment in the address as one moves, without a step back for each; and goes where a link on this page leads. */
export function useMomentLink(model: MatchModel, playback: Playback): string {
  const link = linkOf(playback, model.picked.value);
  useEffect(() => {
    const lookAt = (habitat: number | null): void => {
      const habitats = model.source.world.peek()?.habitats.length ?? 0;
      if (habitat === null || habitat >= habitats) return;
      // The panels at once, the map as soon as it stands.
      model.picked.value = habitat;
      model.aim.value = { habitat };
    };
    const follow = (): void => {
      const { position, habitat } = readMoment(location.hash);
      if (position !== null) playback.seek(position);
      lookAt(habitat);
    };
    lookAt(readMoment(location.hash).habitat);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [model, playback]);
  useEffect(() => {
    // Browsers allow a hundred changes in half a minute: one that drags the line would use them up.
    const timer = setTimeout(() => {
      if (link === location.hash) return;
      const address = new URL(location.href);
      address.searchParams.delete('generation');
      address.hash = link;
      history.replaceState(history.state, '', address);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [link]);
  return link;
}

const WAIT_MS = 400;
