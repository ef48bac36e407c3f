/** The list of public rooms, filtered as a visitor wants it, and the way into one at a press. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { CodeAnswer, Refusal, RoomListing } from '../../shared/protocol/listings.ts';
import { languageSchema, playNowSchema } from '../../shared/protocol/messages.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { checkProtocol } from '../rooms/options.ts';

export interface PublicRoomServices {
  /** Public rooms that one can join or watch now. */
  publicRooms(): Promise<readonly RoomListing[]>;
  /** A public room with a seat for somebody who speaks this language (two letters, or empty). */
  playNow(language: string): Promise<CodeAnswer>;
}

const BAD_REQUEST = 400;
const MOST_BODY_BYTES = 1024;
/** Nobody reads on; who looks for something else narrows the list. Pages ask every few seconds. */
const MOST_TOLD = 200;

const filterSchema = z.strictObject({
  founder: z.string().max(40).optional(),
  language: languageSchema.optional(),
  /** "1": only rooms with a free seat. */
  open: z.enum(['0', '1']).optional(),
});

const BAD_FILTER: Refusal = {
  reason: 'badFilter',
  error: 'The list can be narrowed by founder (a species’ key), language (two letters, such as “en”) and open (1).',
};
const BAD_WISH: Refusal = {
  reason: 'badJoin',
  error: 'This page asked to join in a way that the server does not know. Reload it.',
};

export function createPublicRooms({ publicRooms, playNow }: PublicRoomServices): Router {
  const router = express.Router();

  router.get('/rooms', async (request, response) => {
    const filter = filterSchema.safeParse(request.query);
    if (!filter.success) {
      response.status(BAD_REQUEST).json(BAD_FILTER);
      return;
    }
    const { founder, language, open } = filter.data;
    if (founder !== undefined && !founderByKey(founder)) {
      const error = `There is no founder species “${founder}”. Choose one from the list.`;
      response.status(BAD_REQUEST).json({ reason: 'noFounder', error } satisfies Refusal);
      return;
    }
    const rooms = (await publicRooms()).filter(
      (room) =>
        (founder === undefined || room.founder === founder) &&
        (language === undefined || room.language === language) &&
        (open !== '1' || room.freeSeats > 0),
    );
    response.json({ rooms: rooms.slice(0, MOST_TOLD) });
  });

  router.post(
    '/play-now',
    express.json({ limit: MOST_BODY_BYTES, strict: true }),
    async (request: Request<object, unknown, unknown>, response: Response) => {
      const otherVersion = checkProtocol(request.body);
      const wish = playNowSchema.safeParse(request.body);
      if (wish.success && otherVersion === null) response.json(await playNow(wish.data.language ?? ''));
      else {
        const refusal = otherVersion === null ? BAD_WISH : { reason: 'otherVersion', error: otherVersion };
        response.status(BAD_REQUEST).json(refusal satisfies Refusal);
      }
    },
  );

  // What the parser of bodies could not read.
  router.use('/play-now', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const unreadable = error instanceof Error && 'type' in error && String(error.type).startsWith('entity');
    if (unreadable) response.status(BAD_REQUEST).json(BAD_WISH);
    else next(error);
  });
  return router;
}
