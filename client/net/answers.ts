/** Pairs intents with their answers. Every promise resolves: with the server's answer, or with the reason that none came. */
import type { Answer } from '../../shared/protocol/messages.ts';
import { words } from './words.ts';

const ANSWER_TIMEOUT_MS = 8_000;

export interface Answers {
  /** A fresh id, and the answer to come. */
  expect(): { id: number; answer: Promise<Answer> };
  settle(answer: Answer): void;
  /** The connection broke: nobody will answer any more. */
  dropAll(): void;
}

export function createAnswers(timeoutMs: number = ANSWER_TIMEOUT_MS): Answers {
  const waiting = new Map<number, { resolve(answer: Answer): void; timer: ReturnType<typeof setTimeout> }>();
  let next = 1;

  const settle = (answer: Answer): void => {
    const entry = waiting.get(answer.id);
    if (!entry) return;
    waiting.delete(answer.id);
    clearTimeout(entry.timer);
    entry.resolve(answer);
  };

  return {
    expect() {
      const id = next++;
      const answer = new Promise<Answer>((resolve) => {
        const giveUp = () => settle({ id, ok: false, reason: 'noAnswer', error: words.noAnswer });
        waiting.set(id, { resolve, timer: setTimeout(giveUp, timeoutMs) });
      });
      return { id, answer };
    },
    settle,
    dropAll() {
      for (const id of [...waiting.keys()]) settle({ id, ok: false, reason: 'offline', error: words.noAnswer });
    },
  };
}
