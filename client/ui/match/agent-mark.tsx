import { causeOf } from '../../../shared/sim/causes.ts';
import { AGENTS } from '../../art/agents.ts';

/** The small drawing of a cause, as on the map. */
export function AgentMark({ cause }: { readonly cause: number }) {
  const known = causeOf(cause);
  if (!known) return null;
  return (
    <svg class="agent-mark" viewBox="0 0 64 64" width="18" height="18" aria-hidden="true">
      <path d={AGENTS[known.key].path} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
