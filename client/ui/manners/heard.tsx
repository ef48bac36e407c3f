import '../../styles/manners.css';
import type { WorldSource } from '../../session/world-source.ts';
import { stewardName } from '../match/steward-name.ts';
import { useManners } from './context.ts';
import { PhraseView } from './saying.tsx';

/** How many stand there at once. */
const LINES = 3;

/** The latest that was said, with who said it: wherever on the map one looks, and for who listens instead of looking. */
export function Heard({ source }: { readonly source: WorldSource }) {
  const manners = useManners();
  if (!manners) return null;
  const { stewards } = source.table.value;
  return (
    <div class="heard" aria-live="polite" aria-relevant="additions">
      {manners.sayings.value.slice(-LINES).map(({ seat, phrase, at }) => (
        // One's own words are to be seen at one's habitat already.
        <p key={`${seat} ${at}`} class={seat === source.seat.value ? 'visually-hidden' : ''}>
          <strong>
            {stewardName(
              source,
              stewards.find((steward) => steward.seat === seat),
            )}
          </strong>{' '}
          <span>
            <PhraseView phrase={phrase} />
          </span>
        </p>
      ))}
    </div>
  );
}
