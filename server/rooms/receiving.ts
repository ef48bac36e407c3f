/** The way of what a page asks for: counted, understood, done and answered. */
import type { Client } from '@colyseus/core';
import { type Answer, intentSchema } from '../../shared/protocol/messages.ts';
import { Message } from '../../shared/protocol/wire.ts';
import type { Match } from '../match/match.ts';
import { lastMessageBytes } from '../transport/guarded-socket.ts';
import { type Allowance, freshAllowance, spend } from './allowance.ts';
import type { NoteRefusal } from './refusal-log.ts';
import type { RoomServices } from './services.ts';

const INVALID = {
  ok: false,
  reason: 'invalid',
  error: 'The server did not understand that, and nothing has changed. If it happens again, reload the page.',
};

export interface ReceivingParts extends Pick<RoomServices, 'log' | 'metrics'> {
  readonly note: NoteRefusal;
  /** Throws a refusal while there is none. */
  readonly match: () => Match;
  /** The room's id, which it has only once it is made. */
  readonly room: () => string;
}

export interface Receiving {
  receive(client: Client, type: string | number, message: unknown): void;
  /** It has gone. */
  forget(session: string): void;
}

export function createReceiving({ log, metrics, note, match, room }: ReceivingParts): Receiving {
  const allowances = new Map<string, Allowance>();
  return {
    receive(client, type, message) {
      const id = intentId(message);
      const now = performance.now();
      const answer = (reply: Answer, kind = 'none'): void => {
        metrics.intent(kind, reply.ok, performance.now() - now);
        if (!reply.ok) note(client.sessionId, reply.reason ?? '', reply.error ?? '');
        client.send(Message.answer, reply);
      };
      const allowance = allowances.get(client.sessionId) ?? freshAllowance(now);
      allowances.set(client.sessionId, allowance);
      const tooMuch = spend(allowance, lastMessageBytes(client.ref), now);
      if (tooMuch !== null) {
        answer({ id, ok: false, ...tooMuch });
        return;
      }
      const intent = type === Message.intent ? intentSchema.safeParse(message) : null;
      if (!intent?.success) {
        answer({ id, ...INVALID });
        return;
      }
      match()
        .handle(client.sessionId, intent.data)
        .then((reply) => answer(reply, intent.data.kind))
        .catch((error: unknown) => log.error({ error, room: room() }, 'an intent could not be answered'));
    },
    forget: (session) => void allowances.delete(session),
  };
}

/** What an answer is paired by, even when the rest made no sense. */
function intentId(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'number' && Number.isInteger(id) && id >= 0 ? id : -1;
}
