import { LiveMatch } from '../match/live-match.tsx';

/** A match with bots, at once. */
export function Play() {
  return <LiveMatch options={{ kind: 'create', create: { mode: 'solo' } }} />;
}
