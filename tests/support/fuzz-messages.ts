/** Messages to throw at a server: nearly right, quite wrong, and real ones with bytes changed. All of them follow from one seed. */
import { encode } from '@colyseus/schema';
import { Protocol } from 'colyseus.js';
import fc from 'fast-check';
import { pack } from 'msgpackr';
import { RULES } from '../../shared/protocol/class-messages.ts';
import { LESSON_ACTIONS } from '../../shared/protocol/lesson-messages.ts';
import { PHRASES, REPORT_REASONS } from '../../shared/protocol/manners.ts';
import { PACE_ACTIONS } from '../../shared/protocol/messages.ts';
import { Message } from '../../shared/protocol/wire.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { INTERVENTION_IDS } from '../../shared/sim/interventions.ts';

const whole = fc.oneof(fc.integer({ min: -2, max: 45 }), fc.integer(), fc.double());
const on = fc.boolean();
const word = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
const chips = fc.array(whole, { maxLength: 20 });
const person = fc.oneof(word, fc.constant('__proto__'));

const prediction = fc.oneof(
  fc.record({ kind: fc.constantFrom('histogram', 'sculptor'), chips }),
  fc.record({ kind: fc.constant('twins'), same: chips }),
  fc.record({ kind: fc.constant('divergence'), low: whole, high: whole }),
);

const action = fc.oneof(
  fc.record({ do: fc.constant('rule'), rule: fc.constantFrom(...RULES), on }),
  fc.record({ do: fc.constantFrom('approve', 'hide', 'remove'), person, on }),
  fc.record({ do: fc.constant('rename'), person, names: fc.array(word, { maxLength: 5 }) }),
  fc.record({ do: fc.constantFrom('approveAll', 'teams', 'team'), teams: whole, team: whole, person }),
);

/** What each kind of intent carries, within its bounds and a little beyond. */
const KINDS = [
  { kind: 'pressure', card: fc.constantFrom(...CARD_IDS), level: fc.integer({ min: -1, max: 4 }) },
  { kind: 'ready', ready: on },
  { kind: 'intervene', intervention: fc.constantFrom(...INTERVENTION_IDS) },
  { kind: 'predict', round: whole, prediction },
  { kind: 'pace', action: fc.constantFrom(...PACE_ACTIONS) },
  { kind: 'timers', on },
  { kind: 'class', action },
  { kind: 'name', names: fc.array(word, { maxLength: 5 }) },
  { kind: 'lesson', action: fc.constantFrom(...LESSON_ACTIONS), step: whole },
  { kind: 'answer', step: whole, question: word, choice: word, text: word },
  { kind: 'say', phrase: fc.constantFrom(...PHRASES) },
  { kind: 'report', seat: whole, why: fc.constantFrom(...REPORT_REASONS) },
  { kind: 'vote', seat: whole, remove: on },
  { kind: 'rematch', want: on },
  { kind: 'sit' },
  { kind: 'stand' },
] as const;

const intent: fc.Arbitrary<object> = fc.oneof(
  ...KINDS.map(({ kind, ...carried }) =>
    fc.record({ id: fc.nat(), kind: fc.constant(kind), ...carried }, { noNullPrototype: true }),
  ),
);

/** A field more, another value in one, or one fewer. */
const spoilt = fc
  .tuple(
    intent,
    fc.constantFrom('id', 'kind', 'seat', 'tick', '__proto__', 'action', 'level'),
    fc.anything({ maxDepth: 2 }),
  )
  .map(([right, name, value]) => ({ ...right, [name]: value }));

const type = fc.oneof(
  { weight: 8, arbitrary: fc.constant<string | number>(Message.intent) },
  { weight: 1, arbitrary: fc.constantFrom<string | number>(...Object.values(Message)) },
  { weight: 1, arbitrary: fc.oneof<fc.Arbitrary<string | number>[]>(word, fc.nat(300), fc.constant('__proto__')) },
);
const code = fc.oneof(
  { weight: 12, arbitrary: fc.constant<number>(Protocol.ROOM_DATA) },
  { weight: 1, arbitrary: fc.nat(255) },
);

/** As the SDK frames it. */
export function frame(code: number, type: string | number, payload: Uint8Array): Uint8Array {
  const head = new Uint8Array(256);
  const it = { offset: 1 };
  head[0] = code;
  if (typeof type === 'string') encode.string(head, type, it);
  else encode.number(head, type, it);
  return Buffer.concat([head.subarray(0, it.offset), payload]);
}

function packed(value: unknown): Uint8Array {
  try {
    return pack(value);
  } catch {
    // Not everything can be written in this form; then it is bytes like any others.
    return Buffer.from(String(typeof value));
  }
}

const framed = (payload: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(code, type, payload).map(([code, type, value]) => frame(code, type, packed(value)));

type Edit = readonly [how: 'set' | 'cut' | 'add' | 'end', at: number, byte: number];
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.tuple(fc.constantFrom('set', 'cut', 'add', 'end'), fc.nat(400), fc.nat(255)),
  { minLength: 1, maxLength: 4 },
);

function edited(bytes: Uint8Array, changes: readonly Edit[]): Uint8Array {
  let now = [...bytes];
  for (const [how, where, byte] of changes) {
    const at = now.length === 0 ? 0 : where % now.length;
    if (how === 'set') now[at] = byte;
    else if (how === 'cut') now.splice(at, 1 + (byte & 3));
    else if (how === 'add') now.splice(at, 0, byte);
    else now = now.slice(0, at);
  }
  return Uint8Array.from(now);
}

/** `real`: messages as pages really send them, to be changed. */
export function messages(real: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const right = framed(intent);
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 4, arbitrary: framed(spoilt) },
    {
      weight: 2,
      arbitrary: framed(fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withTypedArray: true })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...real), edits).map(([bytes, changes]) => edited(bytes, changes)),
    },
    { weight: 2, arbitrary: fc.tuple(right, edits).map(([bytes, changes]) => edited(bytes, changes)) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 64 }) },
  );
}
