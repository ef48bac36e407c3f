/** The way between sockets and a match: who comes and goes, what they ask, what they are told. No rule of the game is here. */
import { randomBytes } from 'node:crypto';
import {
  type Client,
  CloseCode,
  matchMaker,
  Room,
  type RoomException,
  type RoomMethodName,
  ServerError,
} from '@colyseus/core';
import { nanoid } from 'nanoid';
import type { RoomListing } from '../../shared/protocol/listings.ts';
import { type Answer, intentSchema, joinSchema, type OwnView } from '../../shared/protocol/messages.ts';
import { Message, ROOM } from '../../shared/protocol/wire.ts';
import { SECRET_BYTES } from '../../shared/sim/world/seeds.ts';
import type { Wish } from '../match/admission.ts';
import { drawCode } from '../match/codes.ts';
import { createMatch } from '../match/create-match.ts';
import type { Match } from '../match/match.ts';
import { type Allowance, freshAllowance, take } from './allowance.ts';
import { rosterNews, selfNews, type ToldClass, toldNothing } from './class-news.ts';
import { planLesson } from './lesson-plan.ts';
import { mirror, mirrorClock } from './mirror.ts';
import { checkProtocol, planOf, planRoom } from './options.ts';
import { ownNews } from './own-news.ts';
import { createRefusalLog, type NoteRefusal } from './refusal-log.ts';
import { refuse } from './refuse.ts';
import { Table } from './schema.ts';
import type { RoomServices } from './services.ts';

/** What the matchmaker knows of a room. `code` is empty except for private rooms, `listing` null except for public ones. */
export interface RoomMetadata {
  readonly code: string;
  readonly listing: Omit<RoomListing, 'roomId'> | null;
}

/** Codes of refusals are those of HTTP, below the framework's own, so that pages can tell whose sentence it is. */
const BAD_REQUEST = 400;
const CONFLICT = 409;

/** Far above what the allowance lets pass: only a flood gets there, and is cut off. */
const FLOOD_PER_SECOND = 100;

const TOO_FAST = {
  ok: false,
  reason: 'tooFast',
  error: 'That was too much at once. Wait a second, then try again.',
};
const INVALID = {
  ok: false,
  reason: 'invalid',
  error: 'The server did not understand that, and nothing has changed. If it happens again, reload the page.',
};

/** The room class, bound to the services of its process. */
export function matchRoom({ repository, growth, log, tickets }: RoomServices) {
  return class MatchRoom extends Room<{ state: Table; metadata: RoomMetadata }> {
    override state = new Table();
    override autoDispose = false;
    override maxMessagesPerSecond = FLOOD_PER_SECOND;
    #match: Match | undefined;
    readonly #allowances = new Map<string, Allowance>();
    /** Whether it closes because nobody is coming any more. */
    #deserted = false;
    #toldClock = '';
    /** What each session's own seat was last told. */
    readonly #toldOwn = new Map<string, OwnView>();
    /** … and what of the class. */
    readonly #toldClass = new Map<string, ToldClass>();
    readonly #note: NoteRefusal = createRefusalLog(log, () => this.roomId);

    override async onCreate(options: unknown): Promise<void> {
      const takenUp = tickets.redeem(options);
      const plan = takenUp === undefined ? planRoom(options) : planOf(takenUp);
      if ('error' in plan) throw refuse(BAD_REQUEST, plan.reason, plan.error);
      const led = await planLesson(plan);
      if (led && 'error' in led) throw refuse(BAD_REQUEST, led.reason, led.error);
      const { mode, speed, timers, share } = plan;
      const { world, lesson } = led ?? { world: plan.world, lesson: undefined };
      const code = plan.resumed?.code ?? (mode === 'private' ? await freshCode() : '');
      this.state.mode = mode;
      this.state.code = code;
      this.state.game = world.settings.game;
      this.#match = await createMatch({
        id: nanoid(),
        secret: Uint8Array.from(randomBytes(SECRET_BYTES)),
        ...plan.resumed,
        roomId: this.roomId,
        mode,
        code,
        world,
        speed,
        timers,
        share,
        lesson,
        repository,
        growth,
        listener: {
          frame: (bytes) => this.broadcastBytes(Message.frame, bytes, {}),
          changed: () => this.#tell(),
          dismissed: (sessions) => this.#dismiss(sessions),
          deserted: () => this.#close(),
          failed: (error) => log.error({ error, room: this.roomId }, 'a match failed'),
        },
      });
      this.onMessage('*', (client, type, message) => this.#receive(client, type, message));
      this.#tell();
      await this.setPrivate(mode !== 'public');
    }

    override async onJoin(client: Client, options: unknown): Promise<void> {
      const otherVersion = checkProtocol(options);
      if (otherVersion) throw refuse(BAD_REQUEST, 'otherVersion', otherVersion);
      const wish = joinSchema.safeParse(options);
      if (!wish.success)
        throw refuse(
          BAD_REQUEST,
          'badJoin',
          'This page asked to join in a way that the server does not know. Reload it.',
        );
      await this.#enter(client, wish.data);
    }

    override onLeave(client: Client, code?: number): void {
      this.#allowances.delete(client.sessionId);
      this.#toldOwn.delete(client.sessionId);
      this.#toldClass.delete(client.sessionId);
      this.#match?.leave(client.sessionId, code === CloseCode.CONSENTED);
    }

    /** Without this, a fault in one room would end the process with all of them. */
    override onUncaughtException(error: RoomException, where: RoomMethodName): void {
      // A refusal is no fault: whoever asked has been told.
      if (error.cause instanceof ServerError) return;
      log.error({ error, where, room: this.roomId }, 'a room met an error');
    }

    override async onDispose(): Promise<void> {
      await this.#match?.close(this.#deserted);
    }

    /**
     * Who comes back gets the snapshot in the same breath: no frame can come between. A new seat is told of when it is on disk;
     * what goes out meanwhile concerns nobody who has no world yet.
     */
    async #enter(client: Client, wish: Wish): Promise<void> {
      const match = this.#playing();
      this.#toldOwn.delete(client.sessionId);
      this.#toldClass.delete(client.sessionId);
      const welcome = match.join(client.sessionId, wish);
      if ('error' in welcome) this.#note(client.sessionId, welcome.reason, welcome.error);
      if ('error' in welcome) throw refuse(CONFLICT, welcome.reason, welcome.error);
      const keeping = welcome.token === '' || welcome.token === wish.token ? null : match.kept();
      if (keeping !== null) await keeping;
      this.#toldOwn.delete(client.sessionId);
      this.#toldClass.delete(client.sessionId);
      client.send(Message.welcome, welcome);
      client.sendBytes(Message.snapshot, match.snapshot());
      this.#tellOwn(client, match);
      this.#tellClass(client, match);
      this.#tellClock();
    }

    #playing(): Match {
      if (!this.#match) throw refuse(CONFLICT, 'notReady', 'This room is not ready yet. Try again in a moment.');
      return this.#match;
    }

    #receive(client: Client, type: string | number, message: unknown): void {
      const id = intentId(message);
      const answer = (reply: Answer): void => {
        if (!reply.ok) this.#note(client.sessionId, reply.reason ?? '', reply.error ?? '');
        client.send(Message.answer, reply);
      };
      const now = performance.now();
      const allowance = this.#allowances.get(client.sessionId) ?? freshAllowance(now);
      this.#allowances.set(client.sessionId, allowance);
      if (!take(allowance, now)) {
        answer({ id, ...TOO_FAST });
        return;
      }
      const intent = type === Message.intent ? intentSchema.safeParse(message) : null;
      if (!intent?.success) {
        answer({ id, ...INVALID });
        return;
      }
      this.#playing()
        .handle(client.sessionId, intent.data)
        .then(answer)
        .catch((error: unknown) => log.error({ error, room: this.roomId }, 'an intent could not be answered'));
    }

    /** Brings schema state and the list of rooms up to date. */
    #tell(): void {
      const match = this.#match;
      if (!match) return;
      const view = match.view();
      mirror(view, this.state);
      const clock = `${view.phase} ${view.generation} ${view.phaseLengthMs} ${view.paused} ${view.timers}`;
      if (clock !== this.#toldClock) {
        this.#toldClock = clock;
        mirrorClock(view, this.state);
      }
      for (const client of this.clients) {
        this.#tellOwn(client, match);
        this.#tellClass(client, match);
      }
      this.#list(match);
    }

    #tellOwn(client: Client, match: Match): void {
      const own = match.own(client.sessionId);
      if (own === null) return;
      const news = ownNews(this.#toldOwn.get(client.sessionId), own);
      if (news === null) return;
      this.#toldOwn.set(client.sessionId, own);
      client.send(Message.own, news);
    }

    #tellClass(client: Client, match: Match): void {
      const told = this.#toldClass.get(client.sessionId) ?? toldNothing();
      this.#toldClass.set(client.sessionId, told);
      const self = selfNews(told, match.self(client.sessionId));
      if (self !== null) client.send(Message.self, self);
      const roster = rosterNews(told, match.roster(client.sessionId), performance.now());
      if (roster !== null) client.send(Message.roster, roster);
    }

    /** Tells them of themselves, then closes their line for good. */
    #dismiss(sessions: readonly string[]): void {
      const match = this.#playing();
      for (const client of this.clients.filter(({ sessionId }) => sessions.includes(sessionId))) {
        this.#tellClass(client, match);
        client.leave(CloseCode.CONSENTED);
      }
    }

    #tellClock(): void {
      mirrorClock(this.#playing().view(), this.state);
    }

    #list({ mode, code, settings, view }: Match): void {
      const { phase, round, seats } = view();
      const listing = {
        founder: settings.founder,
        habitats: settings.habitats,
        rounds: settings.rounds,
        round,
        phase,
        people: seats.filter((seat) => seat.connected).length,
        freeSeats: seats.filter((seat) => !seat.person).length,
      };
      const metadata: RoomMetadata = { code, listing: mode === 'public' && phase !== 'over' ? listing : null };
      if (JSON.stringify(metadata) === JSON.stringify(this.metadata)) return;
      this.setMetadata(metadata).catch((error) =>
        log.error({ error, room: this.roomId }, 'a room could not be listed'),
      );
    }

    #close(): void {
      this.#deserted = true;
      this.disconnect().catch((error) => log.error({ error, room: this.roomId }, 'a room did not close well'));
    }
  };
}

/** What an answer is paired by, even when the rest made no sense. */
function intentId(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'number' && Number.isInteger(id) && id >= 0 ? id : -1;
}

/** A code that no open room has. */
async function freshCode(): Promise<string> {
  for (;;) {
    const code = drawCode();
    const taken = await matchMaker.query({ name: ROOM, code });
    if (taken.length === 0) return code;
  }
}
