/**
 * A match as it happens: a WorldSource over a room's connection. It keeps its own copy of the world, which changes only by the
 * frames that arrive, and mends itself: a broken connection is taken up again, and a copy that fell out of step is replaced.
 */

import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import { type Answer, type IntentBody, Message, type OwnView, type Welcome } from '../../shared/protocol/messages.ts';
import type { Frame, World } from '../../shared/sim/world/world.ts';
import { type Link, NOTHING_OWN, type TableView, type WorldSource } from '../session/world-source.ts';
import { createAnswers } from './answers.ts';
import { enterRoom, rejoinRoom, type TableRoom, type Way } from './connect.ts';
import type { LiveOptions } from './live-options.ts';
import { browserSeatKeys, type SeatKeys } from './seat-keys.ts';
import { emptyTable, toTableView } from './table-view.ts';
import { refusalWords, words } from './words.ts';
import { createWorldCopy } from './world-copy.ts';

export type { LiveOptions } from './live-options.ts';

export interface LiveSource extends WorldSource {
  /** The room's id, to come back by after a reload (`{ kind: 'join', roomId }`); empty until one is in it. */
  readonly roomId: ReadonlySignal<string>;
}

/** For trials outside a browser. */
export interface LiveSurroundings {
  readonly origin: string;
  readonly seatKeys: SeatKeys;
}

/** Codes with which a room's connection closes: the page asked for it; the server found fault with the page. */
const CONSENTED = 4000;
const WITH_ERROR = 4002;
/** Between two tries to come back, and how long they go on: a laptop's sleep, a server's restart. */
const RETRY_MS = 1_000;
const RETRIES = 120;
/** A copy out of step is replaced by a fresh one; one that falls out of step again and again is a fault. */
const MENDS = 3;

/** Leaves a room without looking back: what becomes of the goodbye, on a line that may be dead, does not matter. */
function part(room: TableRoom, forGood = true): void {
  room.reconnection.enabled = false;
  room.leave(forGood).catch(() => {});
}

/** Begins at once to connect; everything that happens is told by the signals. */
export function createLiveSource(
  options: LiveOptions,
  { origin, seatKeys }: LiveSurroundings = { origin: location.origin, seatKeys: browserSeatKeys() },
): LiveSource {
  const table = signal<TableView>(emptyTable);
  const link = signal<Link>('connecting');
  const trouble = signal('');
  const world = signal<World | null>(null);
  const seat = signal(-1);
  const host = signal(false);
  const own = signal<OwnView>(NOTHING_OWN);
  const roomId = signal('');
  const listeners = new Set<(frame: Frame, world: World) => void>();
  const answers = createAnswers();
  const copy = createWorldCopy();
  const watch = options.kind === 'create' ? (options.create.watch ?? false) : (options.watch ?? false);
  let room: TableRoom | null = null;
  let closed = false;
  let mends = 0;
  let clockStamp = -1;
  let asOf = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const giveUp = (sentence: string, state: Link = 'lost'): void => {
    answers.dropAll();
    trouble.value = sentence;
    link.value = state;
  };

  /** The ways into a room tell their troubles; what they throw is a fault of this page. */
  const broken = (): void => giveUp(words.garbled);

  const arrive = (way: Way, triesLeft: number): void => {
    if (closed) {
      if ('room' in way) part(way.room);
      return;
    }
    if ('room' in way) {
      attend(way.room);
      return;
    }
    const coming = roomId.value !== '';
    if (!coming || !way.again || triesLeft <= 0) {
      giveUp(coming && way.again ? words.serverGone : way.trouble);
      return;
    }
    retry = setTimeout(() => comeBack(triesLeft - 1), RETRY_MS);
  };

  const comeBack = (triesLeft: number): void => {
    link.value = 'reconnecting';
    rejoinRoom(roomId.value, watch, origin, seatKeys).then((way) => arrive(way, triesLeft), broken);
  };

  const mend = (): void => {
    mends++;
    const old = room;
    room = null;
    if (mends > MENDS) giveUp(words.outOfStep);
    else comeBack(RETRIES);
    if (old === null) return;
    part(old, false);
  };

  const attend = (joined: TableRoom): void => {
    room = joined;
    roomId.value = joined.roomId;
    // Come back at once however young the connection is; after some tries this source takes over by the seat's key.
    joined.reconnection.minUptime = 0;
    joined.reconnection.maxRetries = 4;
    const current = (): boolean => room === joined && !closed;

    joined.onMessage<Welcome>(Message.welcome, (welcome) => {
      if (!current()) return;
      seat.value = welcome.seat;
      host.value = welcome.host;
      if (welcome.token !== '') seatKeys.put(joined.roomId, welcome.token);
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
      table.value = toTableView(state, asOf);
      if (state.trouble !== '') trouble.value = refusalWords('trouble', state.trouble);
    });
    joined.onDrop(() => {
      if (!current()) return;
      answers.dropAll();
      link.value = 'reconnecting';
    });
    // A fresh snapshot follows by itself and opens the link again.
    joined.onReconnect(() => {});
    joined.onLeave((code) => {
      if (!current()) return;
      answers.dropAll();
      if (code === CONSENTED || table.value.phase === 'over') link.value = 'closed';
      else if (code === WITH_ERROR && ++mends > MENDS) giveUp(words.refused);
      else comeBack(RETRIES);
    });
    joined.onError(() => {
      // What follows from it is told by onLeave; this listener only keeps the SDK from calling it unhandled.
    });
  };

  enterRoom(options, origin, seatKeys).then((way) => arrive(way, 0), broken);

  return {
    table,
    link,
    trouble,
    world,
    seat,
    host,
    own,
    roomId,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
      answers.dropAll();
      link.value = 'closed';
      if (room) part(room);
    },
  };
}
