import { useRoute } from 'preact-iso';
import { LiveMatch } from '../match/live-match.tsx';
import { readPlan } from '../parts/plan.ts';

/** A match with bots, at once. */
export function Play() {
  const { query } = useRoute();
  return <LiveMatch options={{ kind: 'create', create: { mode: 'solo', ...readPlan(query) } }} />;
}
