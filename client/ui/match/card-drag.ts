/** Dragging a card to the map. It is a second way: the plus of each card does the same, by tap and by key. */
import type { Signal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { CardId } from '../../../shared/sim/cards.ts';

export interface CardDrag {
  /** The picture that follows the pointer, in pixels of the window; null while nothing is dragged. */
  readonly ghost: { readonly card: CardId; readonly x: number; readonly y: number } | null;
  /** What a card's face needs to be taken up by. */
  handle(card: CardId): {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(): void;
  };
}

/** So many pixels a pointer may wander and still be a tap. */
const TAP_PX = 8;

/** `onDrop` is called when a card is let go over the map. */
export function useCardDrag(dragged: Signal<CardId | null>, onDrop: (card: CardId) => void): CardDrag {
  const [ghost, setGhost] = useState<CardDrag['ghost']>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const end = (): void => {
    start.current = null;
    dragged.value = null;
    setGhost(null);
  };
  return {
    ghost,
    handle: (card) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        start.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove(event) {
        const from = start.current;
        if (!from) return;
        const { clientX: x, clientY: y } = event;
        if (!dragged.peek() && Math.hypot(x - from.x, y - from.y) < TAP_PX) return;
        if (!dragged.peek() && event.currentTarget instanceof Element) {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.value = card;
        }
        setGhost({ card, x, y });
      },
      onPointerUp(event) {
        const over = document.elementFromPoint(event.clientX, event.clientY);
        if (dragged.peek() === card && over?.closest('.scene')) onDrop(card);
        end();
      },
      onPointerCancel: end,
    }),
  };
}
