/** What pages ask for by plain HTTP: lists, recordings, and where a code leads. Every refusal is a sentence. */
import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { CHECK_DOWNLOAD_BYTES } from '../../shared/protocol/echo.ts';
import type { CodeAnswer, RoomListing } from '../../shared/protocol/listings.ts';
import { codeSchema } from '../../shared/protocol/messages.ts';
import { recordingOf } from '../match/recording.ts';
import { createReports, type ReportServices } from './report.ts';

export interface ApiServices extends ReportServices {
  /** Public rooms that one can join now. */
  publicRooms(): Promise<RoomListing[]>;
  /** Whether there is a room with this id. */
  isOpen(roomId: string): Promise<boolean>;
  /** The room that this code leads to; null when none has it. */
  roomOfCode(code: string): Promise<CodeAnswer | null>;
}

const PAGE = 50;
const ID = /^[A-Za-z0-9_-]{6,40}$/;

const refuse = (response: Response, status: number, reason: string, error: string): void => {
  response.status(status).json({ reason, error });
};

export function createApi(services: ApiServices): Router {
  const { repository, publicRooms, isOpen, roomOfCode, retentionDays } = services;
  const api = express.Router();
  // What is told here changes by the second.
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  api.get('/rooms', async (_request, response) => {
    response.json({ rooms: await publicRooms() });
  });

  // A page that lost its room asks whether to wait for it.
  api.get('/rooms/:roomId', async (request: Request<{ roomId: string }>, response) => {
    const { roomId } = request.params;
    if (await isOpen(roomId)) response.json({ roomId });
    else if ((await repository.liveMatches()).some(({ state }) => state.place.roomId === roomId)) {
      refuse(response, 503, 'comingBack', 'This room is on its way back. Try again in a moment.');
    } else refuse(response, 404, 'noRoom', 'This room is no longer open.');
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

  api.get('/replays', async (request, response) => {
    const page = Math.max(0, Math.min(10_000, Math.floor(Number(request.query.page ?? 0)) || 0));
    // One more than a page holds tells whether there is another page.
    const matches = await repository.listMatches(PAGE + 1, page * PAGE);
    response.json({ replays: matches.slice(0, PAGE), more: matches.length > PAGE });
  });

  api.get('/replays/:id', async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const match = ID.test(id) ? await repository.readMatch(id) : null;
    if (!match) {
      refuse(
        response,
        404,
        'noReplay',
        'There is no replay with that address. It may have been deleted, or the link is incomplete.',
      );
      return;
    }
    response
      .setHeader('Content-Type', 'application/octet-stream')
      .setHeader('Content-Disposition', `attachment; filename="${id}.twinfold"`)
      .send(Buffer.from(recordingOf(match)));
  });

  api.use('/reports', createReports(services));

  // What no network on the way can make smaller, to tell how fast it is.
  const noise = randomBytes(CHECK_DOWNLOAD_BYTES);
  api.get('/check/download', (_request, response) => {
    response.setHeader('Content-Type', 'application/octet-stream').send(noise);
  });

  // What the page about privacy tells.
  api.get('/privacy', (_request, response) => {
    response.json({ retentionDays });
  });

  api.use((_request, response) => {
    refuse(response, 404, 'noSuchThing', 'There is nothing at this address.');
  });
  return api;
}
