/** A room full of people who play match after match, as the load bench drives it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, IntentBody, OwnView } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { type LoadEnd, openLoadEnd, type WayIn } from './load-end.ts';
import type { LoadMeter } from './load-meter.ts';
import { type Asked, deedsIn, type Moment } from './load-people.ts';
import { tickOf } from './load-reports.ts';

/** People come into a lobby within this time of its opening, which is shorter than its own. */
const ARRIVAL_MS = 10_000;
/** … and look about so long when the match is over, before they begin another. */
const AFTERWARDS_MS = 15_000;

interface Person {
  /** Absent until the room has let them in. */
  end?: LoadEnd;
  asked: Asked;
}

export interface LoadRoomPlan {
  readonly origin: string;
  readonly players: number;
  readonly meter: LoadMeter;
  /** 1 to 64, where not as in life. */
  readonly speed?: number;
  /** Whoever plays stops when it is aborted. */
  readonly until: AbortSignal;
}

/** One match after another until told to stop. `full` is called when the first has all of its people. */
export async function playOn(plan: LoadRoomPlan, full: () => void): Promise<void> {
  while (!plan.until.aborted) {
    try {
      await playMatch(plan, full);
    } catch (error) {
      if (plan.until.aborted) return;
      plan.meter.wrong(error instanceof Error ? error.message : String(error));
      await sleep(1000);
    }
  }
}

async function playMatch({ origin, players, meter, until, speed = 1 }: LoadRoomPlan, full: () => void): Promise<void> {
  const persons: Person[] = [];
  const farewells: Promise<void>[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Map<number, { readonly sentAt: number; readonly kind: string }>();
  let lastId = 0;
  let leaving = false;
  let shown = '';
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  until.addEventListener('abort', () => end());

  const say = ({ end }: Person, intent: IntentBody): void => {
    const id = ++lastId;
    waiting.set(id, { sentAt: performance.now(), kind: intent.kind });
    end?.send(Message.intent, { ...intent, id });
  };
  const answered = (answer: Answer): void => {
    const sent = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (sent) meter.ackMs.push(performance.now() - sent.sentAt);
    if (!sent) meter.wrong('an answer to nothing');
    else if (!answer.ok) meter.wrong(`${sent.kind}: ${answer.reason ?? ''}`);
  };
  const after = (ms: number, task: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  };
  const attend = (state: unknown): void => {
    if (!isMoment(state) || state.phase === shown) return;
    shown = state.phase;
    if (state.phase === 'over') after(AFTERWARDS_MS, end);
    const moment: Moment = { ...state };
    for (const person of persons) {
      for (const { afterMs, intent } of deedsIn(moment, () => person.asked)) {
        after(afterMs, () => say(person, intent()));
      }
    }
  };

  const come = async (way: WayIn, decodes: boolean): Promise<string> => {
    const person: Person = { asked: { round: -1, question: null } };
    const gone = Promise.withResolvers<void>();
    farewells.push(gone.promise);
    person.end = await openLoadEnd(
      origin,
      way,
      {
        message(type, payload) {
          if (type === Message.answer && isAnswer(payload)) answered(payload);
          if (type === Message.own && isOwn(payload)) person.asked = { ...person.asked, ...payload };
        },
        bytes(type, bytes) {
          if (type === Message.frame) meter.frameCame(person.end?.roomId ?? '', tickOf(bytes));
        },
        ...(decodes ? { state: attend } : {}),
        closed(code) {
          gone.resolve();
          if (!leaving) meter.wrong(`cut off: ${code}`);
        },
      },
      meter.traffic,
    );
    persons.push(person);
    return person.end.roomId;
  };

  const options = { protocol: PROTOCOL_VERSION };
  const room = await come(
    { method: 'create', room: ROOM, options: { ...options, mode: 'public', habitats: players, speed } },
    true,
  );
  await Promise.all(
    Array.from({ length: players - 1 }, async () => {
      await sleep(Math.random() * ARRIVAL_MS);
      await come({ method: 'joinById', room, options }, false);
    }),
  );
  full();
  await over;
  leaving = true;
  for (const timer of timers) clearTimeout(timer);
  for (const { end } of persons) end?.leave();
  await Promise.all(farewells);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isMoment = (state: unknown): state is Moment => isObject(state) && 'phase' in state && 'generation' in state;
const isAnswer = (payload: unknown): payload is Answer => isObject(payload) && 'id' in payload && 'ok' in payload;
const isOwn = (payload: unknown): payload is Partial<OwnView> => isObject(payload);
