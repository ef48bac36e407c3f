import { useEffect } from 'preact/hooks';
import type { Playback } from '../../session/world-source.ts';

/** How far an arrow goes: a twentieth of a generation, about two seconds of it. */
const STEP = 0.05;

/** Elements that have keys of their own. */
const BUSY = 'input:not([type="range"]), select, textarea, [role="application"], [role="tab"], dialog, [role="dialog"]';
const PRESSED_BY_SPACE = 'button, a, summary, label';

/**
 * Keys for the whole page: space plays and pauses, comma and full stop go a generation back and on, arrows a moment, Home and End
 * to the first and last generation. On the line itself its slider's own keys go from generation to generation.
 */
export function useTheatreKeys(playback: Playback): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const on = event.target instanceof Element ? event.target : document.body;
      if (on.closest(BUSY)) return;
      if (event.key === ' ' ? on.closest(PRESSED_BY_SPACE) : on.matches('input') && isSliders(event.key)) return;
      const act = actionOf(playback, event.key, document.documentElement.dir === 'rtl');
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [playback]);
}

const isSliders = (key: string): boolean => key.startsWith('Arrow') || key === 'Home' || key === 'End';

function actionOf(playback: Playback, key: string, leftwards: boolean): (() => void) | null {
  const { generations, position, playing } = playback;
  const at = Math.min(generations - 1, Math.floor(position.peek()));
  const to = (place: number) => () => playback.seek(Math.max(0, Math.min(generations - 0.0001, place)));
  switch (key) {
    case ' ':
      return () => (playing.peek() ? playback.pause() : playback.play());
    case ',':
      return to(at - 1);
    case '.':
      return to(Math.min(generations - 1, at + 1));
    case 'ArrowLeft':
      return to(position.peek() + (leftwards ? STEP : -STEP));
    case 'ArrowRight':
      return to(position.peek() + (leftwards ? -STEP : STEP));
    case 'Home':
      return to(0);
    case 'End':
      return to(generations - 1);
    default:
      return null;
  }
}
