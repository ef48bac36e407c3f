import type { CardId } from '../../../shared/sim/cards.ts';
import { AGENTS } from '../../art/agents.ts';
import { CARD_SCENES } from '../../art/card-scenes.ts';

/** A card's picture. It says nothing that the card's name does not. */
export function CardArt({ id }: { readonly id: CardId }) {
  const { sky, ground, ink, land, at } = CARD_SCENES[id];
  const night = id === 'dimLight' || id === 'brightMates';
  return (
    <svg class="card-art" viewBox="0 0 96 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="96" height="60" fill={sky} />
      <circle cx="76" cy="15" r="24" fill="#fff" opacity={night ? 0.05 : 0.22} />
      <path d={land} fill={ground} />
      <path d={land} fill="none" stroke={ink} stroke-width="0.8" opacity="0.5" />
      {at.map(([x, y, scale, turn]) => (
        <path
          key={`${x} ${y}`}
          d={AGENTS[id].path}
          fill={ink}
          fill-rule="evenodd"
          transform={`translate(${x} ${y}) rotate(${turn}) scale(${scale}) translate(-32 -32)`}
        />
      ))}
    </svg>
  );
}
