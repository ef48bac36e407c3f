/** The way between sockets and a match: who comes and goes, what they ask, what they are told. No rule of the game is here. */
import { randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { type Client, CloseCode, Room, type RoomException, type RoomMethodName, ServerError } from '@colyseus/core';
import { nanoid } from 'nanoid';
import { joinSchema } from '../../shared/protocol/messages.ts';
import { Message } from '../../shared/protocol/wire.ts';
import { SECRET_BYTES } from '../../shared/sim/world/seeds.ts';
import type { Wish } from '../match/admission.ts';
import { createMatch } from '../match/create-match.ts';
import type { Match, MatchView } from '../match/match.ts';
import type { Placed } from '../match/places.ts';
import type { RoomLook } from '../operation/metrics.ts';
import { isTransient } from '../persistence/transient.ts';
import { watchAwaited } from './awaited.ts';
import { createEntrance } from './doors.ts';
import { planLesson } from './lesson-plan.ts';
import { metadataOf, type RoomMetadata } from './metadata.ts';
import { mirror, mirrorClock } from './mirror.ts';
import { freshCode, openRoom } from './opening.ts';
import { checkProtocol, planAgain, planOf, planRoom } from './options.ts';
import { createReceiving } from './receiving.ts';
import { createRecordingLog } from './recording-log.ts';
import { createRefusalLog, type NoteRefusal } from './refusal-log.ts';
import { refuse } from './refuse.ts';
import { Table } from './schema.ts';
import type { RoomServices } from './services.ts';
import { createTold } from './told.ts';

/** Whoever measures this process may listen: {room, bytes, dueAt} of every frame that goes out. */
const framesTold = channel('twinfold.frame');

/** Codes of refusals are those of HTTP, below the framework's own, so that pages can tell whose sentence it is. */
const BAD_REQUEST = 400;
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;
const INSUFFICIENT_STORAGE = 507;

/** Far above what the allowance lets pass: only a flood gets there, and is cut off. */
const FLOOD_PER_SECOND = 100;

const NO_RECORDS = {
  reason: 'noRecords',
  error: 'The server cannot keep a new match just now. Matches that have begun go on; try again in a few minutes.',
};

/** The room class, bound to the services of its process. */
export function matchRoom({ repository, growth, log, metrics, tickets, plans, residents, doors }: RoomServices) {
  return class MatchRoom extends Room<{ state: Table; metadata: RoomMetadata }> {
    override state = new Table();
    override autoDispose = false;
    override maxMessagesPerSecond = FLOOD_PER_SECOND;
    #match: Match | undefined;
    /** Whether it closes because nobody is coming any more. */
    #deserted = false;
    #toldClock = '';
    readonly #told = createTold();
    readonly #note: NoteRefusal = createRefusalLog({ log, metrics }, () => this.roomId);
    readonly #receiving = createReceiving({
      ...{ log, metrics, room: () => this.roomId },
      note: (...refused) => this.#note(...refused),
      match: () => this.#playing(),
    });
    readonly #recording = createRecordingLog({ log, metrics }, () => this.roomId);
    readonly #entrance = createEntrance();
    #uncount = (): void => {};
    #matchId = '';
    #unwatch = (): void => {};

    override async onCreate(options: unknown): Promise<void> {
      const takenUp = tickets.redeem(options);
      const plan = takenUp === undefined ? (plans.redeem(options) ?? planRoom(options)) : planOf(takenUp);
      if ('error' in plan) metrics.refused(plan.reason);
      if ('error' in plan) throw refuse(BAD_REQUEST, plan.reason, plan.error);
      // First of all that costs anything.
      const shut = await doors.open(this, takenUp !== undefined);
      if (shut) {
        metrics.refused(shut.reason);
        throw refuse(TOO_MANY_REQUESTS, shut.reason, shut.error);
      }
      const led = await planLesson(plan);
      if (led && 'error' in led) throw refuse(BAD_REQUEST, led.reason, led.error);
      const { mode, speed, timers, share, terms, roster } = plan;
      const { world, lesson } = led ?? { world: plan.world, lesson: undefined };
      const code =
        plan.resumed?.code ?? (mode === 'private' || (mode === 'public' && !terms.listed) ? await freshCode() : '');
      this.state.mode = mode;
      this.state.code = code;
      this.state.game = world.settings.game;
      this.#matchId = plan.resumed?.id ?? nanoid();
      residents.expect(this.#matchId);
      const creating = createMatch({
        secret: Uint8Array.from(randomBytes(SECRET_BYTES)),
        ...plan.resumed,
        id: this.#matchId,
        roomId: this.roomId,
        mode,
        code,
        world,
        speed,
        timers,
        share,
        terms,
        roster,
        lesson,
        repository,
        growth,
        listener: {
          frame: (bytes, dueAt) => {
            this.broadcastBytes(Message.frame, bytes, {});
            metrics.frame(bytes.byteLength, performance.now() - dueAt);
            framesTold.publish({ room: this.roomId, bytes, dueAt });
          },
          changed: () => this.#tell(),
          dismissed: (sessions) => this.#dismiss(sessions),
          placed: (placed) => this.#place(placed),
          said: (said) => this.broadcast(Message.said, said),
          again: (people) => openRoom(plans, planAgain({ ...plan, world }, people)),
          deserted: () => this.#close(),
          lost: () => void this.#letGo(),
          failed: (error) => {
            metrics.error('match');
            log.error({ error, room: this.roomId }, 'a match failed');
          },
          recorded: (now, why) => this.#recording.note(now, why),
        },
      });
      this.#match = await creating.catch((error: unknown) => {
        if (!isTransient(error)) throw error;
        log.error({ error }, 'a room could not be opened, since its match could not be recorded');
        throw refuse(INSUFFICIENT_STORAGE, NO_RECORDS.reason, NO_RECORDS.error);
      });
      residents.enter(this.#matchId, () => void this.#letGo());
      this.#uncount = metrics.room(() => this.#look());
      this.#unwatch = watchAwaited(this, () => metrics.dropped('silent'));
      this.onMessage('*', (client, type, message) => this.#receiving.receive(client, type, message));
      this.#tell();
      await this.setPrivate(mode !== 'public' || !terms.listed);
    }

    override async onJoin(client: Client, options: unknown): Promise<void> {
      const otherVersion = checkProtocol(options);
      if (otherVersion) metrics.refused('otherVersion');
      if (otherVersion) throw refuse(BAD_REQUEST, 'otherVersion', otherVersion);
      const wish = joinSchema.safeParse(options);
      if (!wish.success)
        throw refuse(
          BAD_REQUEST,
          'badJoin',
          'This page asked to join in a way that the server does not know. Reload it.',
        );
      const shut = await this.#entrance.admit(wish.data.token ?? '', this.clients.length);
      if (shut) {
        this.#note(client.sessionId, shut.reason, shut.error);
        throw refuse(TOO_MANY_REQUESTS, shut.reason, shut.error);
      }
      await this.#enter(client, wish.data);
    }

    override onLeave(client: Client, code?: number): void {
      this.#receiving.forget(client.sessionId);
      this.#told.forget(client.sessionId);
      this.#match?.leave(client.sessionId, code === CloseCode.CONSENTED);
    }

    /** Without this, a fault in one room would end the process with all of them. */
    override onUncaughtException(error: RoomException, where: RoomMethodName): void {
      // A refusal is no fault: whoever asked has been told.
      if (error.cause instanceof ServerError) return;
      metrics.error('room');
      log.error({ error, where, room: this.roomId }, 'a room met an error');
    }

    override async onDispose(): Promise<void> {
      residents.expect(this.#matchId);
      this.#uncount();
      this.#unwatch();
      doors.close(this);
      try {
        await this.#match?.close(this.#deserted);
        this.#recording.end();
      } finally {
        residents.leave(this.#matchId);
      }
    }

    /**
     * Who comes back gets the snapshot in the same breath: no frame can come between. A new seat is told of when it is on disk;
     * what goes out meanwhile concerns nobody who has no world yet.
     */
    async #enter(client: Client, wish: Wish): Promise<void> {
      const match = this.#playing();
      this.#told.forget(client.sessionId);
      const welcome = match.join(client.sessionId, wish);
      if ('error' in welcome) this.#note(client.sessionId, welcome.reason, welcome.error);
      if ('error' in welcome) throw refuse(CONFLICT, welcome.reason, welcome.error);
      // Who comes to begin at once is shown the beginning, and not before it a lobby that is gone in a moment.
      if (wish.ready || match.mode === 'solo') await match.settled();
      const keeping = welcome.token === '' || welcome.token === wish.token ? null : match.kept();
      if (keeping !== null) await keeping;
      this.#told.forget(client.sessionId);
      client.send(Message.welcome, welcome);
      client.sendBytes(Message.snapshot, match.snapshot());
      this.#told.tell(client, match);
      this.#tellClock();
    }

    #look(): RoomLook {
      const { mode, view } = this.#playing();
      const { phase, spectators } = view();
      return { mode, phase, people: Math.max(0, this.clients.length - spectators), spectators };
    }

    #playing(): Match {
      if (!this.#match) throw refuse(CONFLICT, 'notReady', 'This room is not ready yet. Try again in a moment.');
      return this.#match;
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
      for (const client of this.clients) this.#told.tell(client, match);
      this.#list(match, view);
    }

    /** A page has another place: it is told so as if it came in, and of its seat anew. */
    #place({ session, welcome }: Placed): void {
      const client = this.clients.find(({ sessionId }) => sessionId === session);
      if (!client) return;
      this.#told.forget(session);
      client.send(Message.welcome, welcome);
    }

    /** Tells them of themselves, then closes their line for good. */
    #dismiss(sessions: readonly string[]): void {
      const match = this.#playing();
      for (const client of this.clients.filter(({ sessionId }) => sessions.includes(sessionId))) {
        this.#told.tellClass(client, match);
        client.leave(CloseCode.CONSENTED);
      }
    }

    #tellClock(): void {
      mirrorClock(this.#playing().view(), this.state);
    }

    #list(match: Match, view: MatchView): void {
      const metadata = metadataOf(match, view);
      if (JSON.stringify(metadata) === JSON.stringify(this.metadata)) return;
      this.setMetadata(metadata).catch((error) =>
        log.error({ error, room: this.roomId }, 'a room could not be listed'),
      );
    }

    /** Another process has the match now: the pages are to come back to it there. */
    async #letGo(): Promise<void> {
      try {
        await this.disconnect(CloseCode.SERVER_SHUTDOWN);
      } catch (error) {
        log.error({ error, room: this.roomId }, 'a room did not close well');
      }
    }

    #close(): void {
      this.#deserted = true;
      this.disconnect().catch((error) => log.error({ error, room: this.roomId }, 'a room did not close well'));
    }
  };
}
