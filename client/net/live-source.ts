/**
 * A match as it happens: a WorldSource over a room's connection. It keeps its own copy of the world, which changes only by the
 * frames that arrive, and mends itself: a broken connection is taken up again, and a copy that fell out of step is replaced.
 */

import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { RosterNews, SelfView } from '../../shared/protocol/class-messages.ts';
import type { Said } from '../../shared/protocol/manners.ts';
import type { Answer, IntentBody, OwnView, Welcome } from '../../shared/protocol/messages.ts';
import { Message } from '../../shared/protocol/wire.ts';
import type { Frame, World } from '../../shared/sim/world/world.ts';
import { mergeRoster, type Roster } from '../session/roster.ts';
import { type Link, NOTHING_OWN, type TableView, type WorldSource } from '../session/world-source.ts';
import { createAnswers } from './answers.ts';
import { enterRoom, mannerOf, part, rejoinRoom, type TableRoom, type Way } from './connect.ts';
import type { LiveOptions } from './live-options.ts';
import { createPatience, type Patience } from './patience.ts';
import { recordingKeys } from './recording-keys.ts';
import { browserSeatKeys, consoleKeys, type SeatKeys } from './seat-keys.ts';
import { emptyTable, toTableView } from './table-view.ts';
import { browserWakes, type OnWake } from './wakes.ts';
import { refusalWords, words } from './words.ts';
import { createWorldCopy } from './world-copy.ts';

export type { LiveOptions } from './live-options.ts';

export interface LiveSource extends WorldSource {
  /** The room's id, to come back by after a reload (`{ kind: 'join', roomId }`); empty until one is in it. */
  readonly roomId: ReadonlySignal<string>;
  /** What one is told of oneself; null for who only watches. */
  readonly self: ReadonlySignal<SelfView | null>;
  /** Everybody, for a class's host; null for others. */
  readonly roster: ReadonlySignal<Roster | null>;
  readonly newlySeated: ReadonlySignal<boolean>;
  /** Why the room let nobody in, as a key; empty where it was not the room that refused. */
  readonly refusal: ReadonlySignal<string>;
  /** The key of the console that this is; empty for others. */
  readonly hostKey: ReadonlySignal<string>;
  /** Each phrase as somebody says it. Returns the way to stop listening. */
  onSaid(listener: (said: Said) => void): () => void;
}

/** For trials outside a browser. */
export interface LiveSurroundings {
  readonly origin: string;
  readonly seatKeys: SeatKeys;
  readonly onWake?: OnWake;
}

/** Codes with which a room's connection closes: the page asked for it; the server found fault with the page. */
const CONSENTED = 4000;
const WITH_ERROR = 4002;
/** How long a page that has slept waits for a sign of life before it takes its connection for dead. */
const SIGN_OF_LIFE_MS = 3_000;
/** A connection that has stood so long was no mere try. */
const STEADY_MS = 2_500;
/** A copy out of step is replaced by a fresh one; one that falls out of step again and again is a fault. */
const MENDS = 3;

/** Begins at once to connect; everything that happens is told by the signals. */
export function createLiveSource(
  options: LiveOptions,
  { origin, seatKeys, onWake }: LiveSurroundings = {
    origin: location.origin,
    seatKeys: browserSeatKeys(),
    onWake: browserWakes,
  },
): LiveSource {
  const table = signal<TableView>(emptyTable);
  const link = signal<Link>('connecting');
  const trouble = signal('');
  const world = signal<World | null>(null);
  const seat = signal(-1);
  const host = signal(false);
  const own = signal<OwnView>(NOTHING_OWN);
  const roomId = signal('');
  const self = signal<SelfView | null>(null);
  const roster = signal<Roster | null>(null);
  const newlySeated = signal(false);
  const refusal = signal('');
  const hostKey = signal('');
  const listeners = new Set<(frame: Frame, world: World) => void>();
  const saidListeners = new Set<(said: Said) => void>();
  const answers = createAnswers();
  const copy = createWorldCopy();
  const manner = mannerOf(options);
  const keys = manner.host ? consoleKeys(seatKeys, 'key' in options ? options.key : undefined) : seatKeys;
  let room: TableRoom | null = null;
  let closed = false;
  /** A seat was given up for watching: whoever comes back watches still. */
  let stood = false;
  let mends = 0;
  let clockStamp = -1;
  let asOf = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: Patience | undefined;
  let attendedAt = Number.NEGATIVE_INFINITY;

  const giveUp = (sentence: string, state: Link = 'lost'): void => {
    answers.dropAll();
    trouble.value = sentence;
    link.value = state;
  };

  /** The ways into a room tell their troubles; what they throw is a fault of this page. */
  const broken = (): void => giveUp(words.garbled);

  const arrive = (way: Way): void => {
    if (closed) {
      if ('room' in way) part(way.room);
      return;
    }
    if ('room' in way) {
      attend(way.room);
      return;
    }
    // A room closes some time after its match: then there is nothing to be sorry for.
    if (!way.again && table.value.phase === 'over') link.value = 'closed';
    else if (!way.again || patience === undefined) {
      refusal.value = way.reason ?? '';
      giveUp(way.trouble);
    } else waitFor(patience);
  };

  const waitFor = (way: Patience): void => {
    const waitMs = way.nextMs();
    if (waitMs === null) giveUp(words.serverGone);
    else retry = setTimeout(attempt, waitMs);
  };

  const attempt = (): void => {
    retry = undefined;
    rejoinRoom(roomId.value, stood ? { ...manner, watch: true } : manner, origin, keys).then(arrive, broken);
  };

  /** Begins to come back to the room, by the seat's key. */
  const comeBack = (): void => {
    room = null;
    link.value = 'reconnecting';
    // A line that breaks again and again as soon as it stands is not to be tried ever faster.
    if (patience === undefined || performance.now() - attendedAt > STEADY_MS) patience = createPatience();
    waitFor(patience);
  };

  /** Leaves a connection that is of no use any more, and comes back by another. */
  const comeAnew = (): void => {
    const old = room;
    answers.dropAll();
    comeBack();
    if (old !== null) part(old, false);
  };

  const lookAfterSleep = (): void => {
    if (retry !== undefined) {
      clearTimeout(retry);
      attempt();
      return;
    }
    const asked = room;
    if (asked === null || link.value !== 'open') return;
    const dead = setTimeout(() => {
      if (room === asked && !closed) comeAnew();
    }, SIGN_OF_LIFE_MS);
    asked.ping(() => clearTimeout(dead));
  };

  const mend = (): void => {
    mends++;
    if (mends <= MENDS) {
      comeAnew();
      return;
    }
    const old = room;
    room = null;
    giveUp(words.outOfStep);
    if (old !== null) part(old, false);
  };

  const attend = (joined: TableRoom): void => {
    room = joined;
    roomId.value = joined.roomId;
    attendedAt = performance.now();
    // There is one way back for every trouble: by the seat's key, which outlives connections and servers.
    joined.reconnection.enabled = false;
    // What comes before the snapshot belongs to a world that this page does not have.
    copy.forget();
    const current = (): boolean => room === joined && !closed;

    joined.onMessage<Welcome>(Message.welcome, (welcome) => {
      if (!current()) return;
      // Who sits down keeps the key; who comes in for the first time is given another than this browser had.
      const known = link.value !== 'open' && keys.get(joined.roomId) === welcome.token;
      newlySeated.value = seat.value < 0 && welcome.seat >= 0 ? !known : newlySeated.value && welcome.seat >= 0;
      stood = welcome.seat < 0 && (stood || seat.value >= 0);
      seat.value = welcome.seat;
      host.value = welcome.host;
      if (manner.host) hostKey.value = welcome.token;
      if (welcome.token !== '') keys.put(joined.roomId, welcome.token);
    });
    joined.onMessage<Uint8Array>(Message.snapshot, (bytes) => {
      if (!current()) return;
      const opened = copy.open(bytes);
      if (opened === null) {
        giveUp(words.garbled);
        return;
      }
      world.value = opened;
      link.value = 'open';
    });
    joined.onMessage<Uint8Array>(Message.frame, (bytes) => {
      if (!current()) return;
      const step = copy.take(bytes);
      if (step === 'known') return;
      if (step === 'outOfStep') {
        mend();
        return;
      }
      world.value = step.world;
      for (const listener of listeners) listener(step.frame, step.world);
    });
    joined.onMessage<Partial<OwnView>>(Message.own, (news) => {
      if (current()) own.value = { ...own.value, ...news };
    });
    joined.onMessage<SelfView>(Message.self, (news) => {
      if (current()) self.value = news;
    });
    joined.onMessage<RosterNews>(Message.roster, (news) => {
      if (current()) roster.value = mergeRoster(roster.value, news, performance.now());
    });
    joined.onMessage<Said>(Message.said, (said) => {
      if (!current()) return;
      for (const listener of saidListeners) listener(said);
    });
    joined.onMessage<Answer>(Message.answer, (answer) =>
      answers.settle(
        answer.error === undefined ? answer : { ...answer, error: refusalWords(answer.reason, answer.error) },
      ),
    );
    joined.onStateChange((state) => {
      if (!current()) return;
      if (state.clockStamp !== clockStamp) {
        clockStamp = state.clockStamp;
        asOf = performance.now();
      }
      const { recording } = table.peek();
      table.value = toTableView(state, asOf);
      // Who leads a match may look after its recording.
      const key = host.value && table.value.recording !== recording ? keys.get(joined.roomId) : undefined;
      if (key !== undefined) recordingKeys.put(table.value.recording, key);
      if (state.trouble !== '') trouble.value = refusalWords('trouble', state.trouble);
    });
    joined.onLeave((code) => {
      if (!current()) return;
      answers.dropAll();
      if (code === CONSENTED) link.value = 'closed';
      else if (code === WITH_ERROR && ++mends > MENDS) giveUp(words.refused);
      else comeBack();
    });
    joined.onError(() => {
      // What follows from it is told by onLeave; this listener only keeps the SDK from calling it unhandled.
    });
  };

  enterRoom(options, origin, keys).then(arrive, broken);
  const stopWaking = onWake?.(lookAfterSleep);

  return {
    table,
    link,
    trouble,
    world,
    seat,
    host,
    own,
    roomId,
    self,
    roster,
    newlySeated,
    refusal,
    hostKey,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSaid(listener) {
      saidListeners.add(listener);
      return () => saidListeners.delete(listener);
    },
    send(intent: IntentBody) {
      const { id, answer } = answers.expect();
      if (room === null || link.value !== 'open') {
        answers.settle({ id, ok: false, reason: 'offline', error: words.offline });
      } else room.send(Message.intent, { ...intent, id });
      return answer;
    },
    close() {
      closed = true;
      clearTimeout(retry);
      stopWaking?.();
      answers.dropAll();
      link.value = 'closed';
      if (room) part(room);
    },
  };
}
