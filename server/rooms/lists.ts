/** What the matchmaker knows of open rooms, as pages ask for it. */
import { matchMaker } from '@colyseus/core';
import type { CodeAnswer, RoomListing } from '../../shared/protocol/listings.ts';
import { ROOM } from '../../shared/protocol/wire.ts';
import type { RoomMetadata } from './metadata.ts';

/** A public room, and whether it is somebody's own. */
export interface ListedRoom {
  readonly listing: RoomListing;
  readonly owned: boolean;
}

/** Public rooms whose match is not over, in no order. */
export async function listedRooms(): Promise<ListedRoom[]> {
  const rooms = await matchMaker.query({ name: ROOM, private: false });
  return rooms.flatMap(({ roomId, metadata }) => {
    const known: RoomMetadata | undefined = metadata;
    return known?.listing ? [{ listing: { roomId, ...known.listing }, owned: known.owned }] : [];
  });
}

let looking: Promise<RoomListing[]> | undefined;

/** The same as pages see them, the liveliest first. Who asks while the list is being read gets that one: thousands of rooms take a while. */
export function publicRooms(): Promise<readonly RoomListing[]> {
  looking ??= readPublicRooms().finally(() => {
    looking = undefined;
  });
  return looking;
}

async function readPublicRooms(): Promise<RoomListing[]> {
  const listings = (await listedRooms()).map(({ listing }) => listing);
  return listings.sort((a, b) => b.people - a.people);
}

export async function roomOfCode(code: string): Promise<CodeAnswer | null> {
  const [room] = await matchMaker.query({ name: ROOM, code });
  return room ? { roomId: room.roomId } : null;
}

/** One entry is read, and not the list: all pages of a process that has died ask at the same moment. */
export async function isOpen(roomId: string): Promise<boolean> {
  // The framework's types do not say that there may be none.
  const room: { readonly name: string } | undefined = await matchMaker.getRoomById(roomId);
  return room?.name === ROOM;
}
