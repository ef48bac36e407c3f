/** What pages ask for by plain HTTP: lists, recordings, and where a code leads. Every refusal is a sentence. */
import { randomBytes } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { CHECK_DOWNLOAD_BYTES } from '../../shared/protocol/echo.ts';
import type { CodeAnswer, SealKey } from '../../shared/protocol/listings.ts';
import { codeSchema } from '../../shared/protocol/messages.ts';
import type { Whereabouts } from '../cluster/whereabouts.ts';
import { refusalOf } from '../rooms/refuse.ts';
import { createCreatures } from './creatures.ts';
import { createPublicRooms, type PublicRoomServices } from './public-rooms.ts';
import { createReplays, type ReplayServices } from './replays.ts';
import { createReports, type ReportServices } from './report.ts';

export interface ApiServices extends ReportServices, PublicRoomServices, ReplayServices {
  readonly recordingDays: number;
  /** Whether the room with this id can be joined, will be in a moment, or is no more. */
  whereabouts(roomId: string): Promise<Whereabouts>;
  /** The room that this code leads to; null when none has it. */
  roomOfCode(code: string): Promise<CodeAnswer | null>;
}

const refuse = (response: Response, status: number, reason: string, error: string): void => {
  response.status(status).json({ reason, error });
};

const refuseComingBack = (response: Response): void =>
  refuse(response, 503, 'comingBack', 'This room is on its way back. Try again in a moment.');

export function createApi(services: ApiServices): Router {
  const { repository, library, whereabouts, roomOfCode, retentionDays, recordingDays } = services;
  const api = express.Router();
  // What is told here changes by the second.
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  api.use(createPublicRooms(services));

  // A page that lost its room asks whether to wait for it.
  api.get('/rooms/:roomId', async (request: Request<{ roomId: string }>, response) => {
    const { roomId } = request.params;
    const where = await whereabouts(roomId);
    if (where === 'open') response.json({ roomId });
    else if (where === 'comingBack') refuseComingBack(response);
    else refuse(response, 404, 'noRoom', 'This room is no longer open.');
  });

  api.get('/codes/:code', async (request: Request<{ code: string }>, response) => {
    const code = codeSchema.safeParse(request.params.code);
    if (!code.success) {
      refuse(response, 404, 'badCode', code.error.issues[0]?.message ?? 'That is no code.');
      return;
    }
    const room = await roomOfCode(code.data);
    if (room) {
      response.json(room);
      return;
    }
    const past = await repository.findByCode(code.data);
    if (past && (await repository.readLive(past.id)) !== null) {
      refuseComingBack(response);
      return;
    }
    if (past) {
      const replay = `/replay/${past.id}`;
      response.status(410).json({
        reason: 'over',
        error: `The match with code ${code.data} is over. You can still watch its replay.`,
        replay,
      });
      return;
    }
    refuse(
      response,
      404,
      'noRoom',
      `No room has the code ${code.data}. Check it on the host’s screen, letter by letter.`,
    );
  });

  api.use('/replays', createReplays(services));

  // By which pages tell whether a recording is this server's.
  const seal: SealKey = { key: Buffer.from(library.sealedBy).toString('base64url') };
  api.get('/seal', (_request, response) => {
    response.json(seal);
  });

  api.use('/reports', createReports(services));

  api.use('/creatures', createCreatures(services));

  // What no network on the way can make smaller, to tell how fast it is.
  const noise = randomBytes(CHECK_DOWNLOAD_BYTES);
  api.get('/check/download', (_request, response) => {
    response.setHeader('Content-Type', 'application/octet-stream').send(noise);
  });

  // What the page about privacy tells.
  api.get('/privacy', (_request, response) => {
    response.json({ retentionDays, recordingDays });
  });

  // What the list of rooms refuses while nobody can read it.
  api.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const refusal = refusalOf(error);
    if (refusal) response.status(refusal.status).json({ reason: refusal.reason, error: refusal.error });
    else next(error);
  });

  api.use((_request, response) => {
    refuse(response, 404, 'noSuchThing', 'There is nothing at this address.');
  });
  return api;
}
