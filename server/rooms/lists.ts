/** What the matchmaker knows of open rooms, as pages ask for it. */
import { matchMaker } from '@colyseus/core';
import type { CodeAnswer, RoomListing } from '../../shared/protocol/listings.ts';
import { ROOM } from '../../shared/protocol/wire.ts';
import type { RoomMetadata } from './match-room.ts';

/** Public rooms with somebody in them or a free seat, the liveliest first. */
export async function publicRooms(): Promise<RoomListing[]> {
  const rooms = await matchMaker.query({ name: ROOM, private: false });
  const listings = rooms.flatMap(({ roomId, metadata }) => {
    const known: RoomMetadata | undefined = metadata;
    return known?.listing ? [{ roomId, ...known.listing }] : [];
  });
  return listings.sort((a, b) => b.people - a.people);
}

export async function roomOfCode(code: string): Promise<CodeAnswer | null> {
  const [room] = await matchMaker.query({ name: ROOM, code });
  return room ? { roomId: room.roomId } : null;
}

export async function isOpen(roomId: string): Promise<boolean> {
  return (await matchMaker.query({ name: ROOM, roomId })).length > 0;
}
