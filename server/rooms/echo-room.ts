/** The server's end of the check page: a live connection of the same kind as a match's, which says back what it is told. */
import { type Client, Room } from '@colyseus/core';
import { ECHO_LETTERS, ECHO_MESSAGE } from '../../shared/protocol/echo.ts';
import type { RoomDoors } from './doors.ts';
import { refuse } from './refuse.ts';

/** A check takes seconds; nobody needs one of these for longer. */
const LIFETIME_MS = 60_000;
const FLOOD_PER_SECOND = 50;
const TOO_MANY_REQUESTS = 429;

/** The room class, bound to the doors of its process. */
export const echoRoom = (doors: RoomDoors) =>
  class EchoRoom extends Room {
    override maxClients = 1;
    override maxMessagesPerSecond = FLOOD_PER_SECOND;
    #end: NodeJS.Timeout | undefined;

    override async onCreate(): Promise<void> {
      const shut = await doors.openEcho();
      if (shut) throw refuse(TOO_MANY_REQUESTS, shut.reason, shut.error);
      this.onMessage(ECHO_MESSAGE, (client: Client, text: unknown) => {
        if (typeof text === 'string' && text.length <= ECHO_LETTERS) client.send(ECHO_MESSAGE, text);
      });
      this.#end = setTimeout(() => void this.disconnect(), LIFETIME_MS);
      this.#end.unref();
    }

    override onDispose(): void {
      clearTimeout(this.#end);
    }
  };
