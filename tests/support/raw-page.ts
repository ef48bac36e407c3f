/** A page's end of the line that says what it likes, and remembers what it heard. */
import type { Answer, Welcome } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { type LoadEnd, openLoadEnd } from './load-end.ts';
import { untilTrue } from './server.ts';

export interface RawPage extends LoadEnd {
  readonly answers: readonly Answer[];
  welcome(): Welcome | undefined;
  /** Frames heard so far. */
  frames(): number;
  /** With which code it was closed; undefined while it is open. */
  closed(): number | undefined;
  /** Sends a message of the room, anything at all, and waits for the next answer. */
  ask(payload: unknown, type?: string): Promise<Answer | undefined>;
  /** Resolves when everything that was sent before has been dealt with, or the line is closed. */
  settled(): Promise<void>;
}

export async function openRawPage(url: string, roomId: string, options: object = {}): Promise<RawPage> {
  const answers: Answer[] = [];
  let welcome: Welcome | undefined;
  let frames = 0;
  let closed: number | undefined;
  const end = await openLoadEnd(
    url,
    { method: 'joinById', room: roomId, options: { protocol: PROTOCOL_VERSION, ...options } },
    {
      message(type, payload) {
        if (type === Message.answer && isAnswer(payload)) answers.push(payload);
        if (type === Message.welcome && isWelcome(payload)) welcome = payload;
      },
      bytes(type) {
        if (type === Message.frame) frames++;
      },
      closed: (code) => {
        closed = code;
      },
    },
    { received: 0, sent: 0 },
  );
  const ask = async (payload: unknown, type: string = Message.intent): Promise<Answer | undefined> => {
    const before = answers.length;
    end.send(type, payload);
    await untilTrue(() => answers.length > before || closed !== undefined);
    return answers.at(before);
  };
  await untilTrue(() => welcome !== undefined || closed !== undefined);
  return {
    ...end,
    answers,
    welcome: () => welcome,
    frames: () => frames,
    closed: () => closed,
    ask,
    async settled() {
      if (end.socket.readyState !== end.socket.OPEN) return;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          end.socket.off('pong', done).off('close', done);
          resolve();
        };
        end.socket.on('pong', done).on('close', done);
        end.socket.ping();
      });
    },
  };
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'ok' in value;
const isWelcome = (value: unknown): value is Welcome => typeof value === 'object' && value !== null && 'seat' in value;
