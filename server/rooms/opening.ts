/** Opening rooms: codes that nobody has, and rooms that the server opens by itself, to play now or to play again. */
import { matchMaker } from '@colyseus/core';
import { ROOM } from '../../shared/protocol/wire.ts';
import { drawCode } from '../match/codes.ts';
import type { RoomPlan } from './options.ts';
import type { Tickets } from './taking-up.ts';

/** Opens it in this process. Resolves with its id once it can be entered. */
export async function openRoom(plans: Tickets<RoomPlan>, plan: RoomPlan): Promise<string> {
  const { roomId } = await matchMaker.handleCreateRoom(ROOM, plans.issue(plan));
  return roomId;
}

/** A code that no open room has. */
export async function freshCode(): Promise<string> {
  for (;;) {
    const code = drawCode();
    const taken = await matchMaker.query({ name: ROOM, code });
    if (taken.length === 0) return code;
  }
}
