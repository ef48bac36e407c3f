/** A class on real sockets without pages: it decodes everything, draws nothing, and notes when everybody has been told of what. */
import { Client, type Room } from 'colyseus.js';
import type { Table } from '../../server/rooms/schema.ts';
import { ECHO_MESSAGE, ECHO_ROOM } from '../../shared/protocol/echo.ts';
import type { Answer, CreateOptions, IntentBody, Welcome } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';

export interface ClassEnd {
  readonly room: Room<unknown, Table>;
  /** Counted from 0 in the order of coming. */
  readonly number: number;
  readonly seat: number;
  /** Payload bytes that have come and gone on its socket. */
  bytes(): number;
}

export interface ClassMeter {
  readonly pupils: readonly ClassEnd[];
  /** Milliseconds from sending to when each pupil's state says so, to the answer, and there and back of a mere word. */
  readonly screenMs: number[];
  readonly ackMs: number[];
  readonly echoMs: number[];
  /** Sentences: refusals, and connections that broke. */
  readonly errors: string[];
  create(options: Omit<CreateOptions, 'protocol'>): Promise<ClassEnd>;
  join(): Promise<ClassEnd>;
  send(end: ClassEnd, intent: IntentBody): Promise<Answer>;
  /** Sends, and resolves when every pupil's state is as `seen` says. */
  act(end: ClassEnd, intent: IntentBody, seen: (table: Table) => boolean): Promise<void>;
  /** Comes in late, leaves again, and tells how many bytes that took until the world was there. */
  bytesToJoinLate(): Promise<number>;
  echoEvery(ms: number): { stop(): Promise<void> };
  close(): void;
}

interface Awaited {
  readonly left: Set<ClassEnd>;
  readonly seen: (table: Table) => boolean;
  readonly done: () => void;
}

export function createClassMeter(origin: string): ClassMeter {
  const client = new Client(origin);
  const pupils: ClassEnd[] = [];
  const errors: string[] = [];
  const [screenMs, ackMs, echoMs]: [number[], number[], number[]] = [[], [], []];
  const awaited = new Set<Awaited>();
  const answers = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let roomId = '';
  let closed = false;

  const look = (end: ClassEnd): void => {
    for (const each of awaited) {
      if (!each.left.has(end) || !each.seen(end.room.state)) continue;
      each.left.delete(end);
      if (each.left.size > 0) continue;
      awaited.delete(each);
      each.done();
    }
  };

  /** Resolves when the world is there, too. */
  const attend = async (room: Room<unknown, Table>): Promise<ClassEnd> => {
    const bytes = countBytes(room);
    let seat = -1;
    room.reconnection.enabled = false;
    const end: ClassEnd = {
      room,
      number: pupils.length,
      get seat() {
        return seat;
      },
      bytes,
    };
    room.onMessage<Welcome>(Message.welcome, (welcome) => {
      seat = welcome.seat;
    });
    const there = new Promise<void>((resolve) => room.onMessage(Message.snapshot, () => resolve()));
    room.onMessage(Message.frame, () => {});
    for (const kind of [Message.own, Message.self, Message.roster]) room.onMessage(kind, () => {});
    room.onMessage<Answer>(Message.answer, (answer) => {
      answers.get(answer.id)?.(answer);
      answers.delete(answer.id);
    });
    room.onStateChange(() => look(end));
    room.onLeave((code) => {
      if (!closed && pupils.includes(end)) errors.push(`Pupil ${end.number} was cut off: ${code}.`);
    });
    room.onError((code, message) => void errors.push(`${code}: ${message ?? ''}`));
    await there;
    return end;
  };
  const enter = async (): Promise<ClassEnd> =>
    attend(await client.joinById<Table>(roomId, { protocol: PROTOCOL_VERSION }));

  const send = (end: ClassEnd, intent: IntentBody): Promise<Answer> => {
    const id = ++lastId;
    const began = performance.now();
    const answered = new Promise<Answer>((resolve) => answers.set(id, resolve)).then((answer) => {
      ackMs.push(performance.now() - began);
      if (!answer.ok) errors.push(`${intent.kind}: ${answer.error ?? answer.reason ?? ''}`);
      return answer;
    });
    end.room.send(Message.intent, { ...intent, id });
    return answered;
  };

  return {
    ...{ pupils, errors, screenMs, ackMs, echoMs, send },
    async create(options) {
      const room = await client.create<Table>(ROOM, { ...options, watch: true, protocol: PROTOCOL_VERSION });
      roomId = room.roomId;
      return attend(room);
    },
    async join() {
      const end = await enter();
      pupils.push(Object.assign(end, { number: pupils.length }));
      return end;
    },
    async act(end, intent, seen) {
      const began = performance.now();
      const told = new Promise<void>((done) => awaited.add({ left: new Set(pupils), seen, done }));
      const answer = await send(end, intent);
      if (!answer.ok) return;
      await told;
      screenMs.push(performance.now() - began);
    },
    async bytesToJoinLate() {
      const end = await enter();
      const bytes = end.bytes();
      await end.room.leave();
      return bytes;
    },
    echoEvery(ms) {
      let going = true;
      const run = async (): Promise<void> => {
        while (going) {
          const began = performance.now();
          echoMs.push(await echo(client));
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - (performance.now() - began))));
        }
      };
      const running = run();
      return {
        stop() {
          going = false;
          return running;
        },
      };
    },
    close() {
      closed = true;
      for (const { room } of pupils) room.leave().catch(() => {});
    },
  };
}

/** A word there and back, on a connection of its own: such a room lives for a minute only. */
async function echo(client: Client): Promise<number> {
  const room = await client.create(ECHO_ROOM);
  room.reconnection.enabled = false;
  const back = new Promise<void>((resolve) => room.onMessage(ECHO_MESSAGE, () => resolve()));
  const began = performance.now();
  room.send(ECHO_MESSAGE, 'word');
  await back;
  const took = performance.now() - began;
  room.leave().catch(() => {});
  return took;
}

/** Counts a room's payload from now on, both ways. */
function countBytes(room: Room<unknown, Table>): () => number {
  let bytes = 0;
  const { connection } = room;
  const { onmessage: deliver } = connection.events;
  connection.events.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    bytes += event.data.byteLength;
    deliver?.(event);
  };
  const sendOn = connection.send.bind(connection);
  connection.send = (data) => {
    bytes += data.length;
    sendOn(data);
  };
  return () => bytes;
}
