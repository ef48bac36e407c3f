import { useRoute } from 'preact-iso';
import { LiveMatch } from '../match/live-match.tsx';
import { readCode } from '../parts/code.ts';

/** A room by its code or its id. A seat that was taken from this browser is found again. */
export function Room() {
  const { params, query } = useRoute();
  const asked = params.code ?? '';
  const code = readCode(asked);
  const watch = 'watch' in query;
  return (
    <LiveMatch key={asked} options={code ? { kind: 'join', code, watch } : { kind: 'join', roomId: asked, watch }} />
  );
}
