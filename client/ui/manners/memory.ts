/** What this browser remembers of a room's manners: whom its person has muted, hidden, voted about. It knows names of play only. */
import { keptByRoom } from '../../net/kept-by-room.ts';
import type { MannersMemory } from '../../session/manners.ts';
import { FROM_NOBODY, type Mark, type TurnedFrom } from '../../session/turned-from.ts';

const KEPT = 10;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const marksIn = (value: unknown): Mark[] =>
  Array.isArray(value)
    ? value.flatMap((mark: unknown) =>
        isObject(mark) && typeof mark.seat === 'number' && typeof mark.name === 'string'
          ? [{ seat: mark.seat, name: mark.name }]
          : [],
      )
    : [];

const turnedIn = (value: unknown): TurnedFrom | undefined =>
  isObject(value)
    ? {
        all: value.all === true,
        muted: marksIn(value.muted),
        hidden: marksIn(value.hidden),
        voted: marksIn(value.voted),
      }
    : undefined;

export function browserManners(): MannersMemory {
  const kept = keptByRoom('twinfold.manners', KEPT, turnedIn);
  return { get: (roomId) => kept.get(roomId) ?? FROM_NOBODY, put: kept.put };
}
