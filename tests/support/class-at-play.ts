/** A class in mid-match, small enough to be played to its end again and again, and what became of what it laid. */
import type { LiveSource } from '../../client/net/live-source.ts';
import type { Answer, CreateOptions } from '../../shared/protocol/messages.ts';
import type { CardId } from '../../shared/sim/cards.ts';
import { openPage, passQuestion, until } from './server.ts';

export interface ClassAtPlay {
  readonly host: LiveSource;
  readonly pupils: readonly LiveSource[];
  /** The host's and the pupils'. */
  readonly pages: readonly LiveSource[];
  readonly roomId: string;
  readonly code: string;
  /** What was acknowledged, in the words of `wordsFor`. */
  readonly said: string[];
  /** Every pupil lays this card, all at once. */
  lay(card: CardId): Promise<Answer>[];
}

/** In the lobby. */
export async function openClassAtPlay(url: string, changes: Partial<CreateOptions> = {}): Promise<ClassAtPlay> {
  const small = { mode: 'private', habitats: 3, rounds: 2, generationsPerRound: 2, population: 6 } as const;
  const host = await openPage(url, { kind: 'create', create: { ...small, watch: true, ...changes }, host: true });
  await until(() => host.table.value.code !== '');
  const { code } = host.table.value;
  const join = (): Promise<LiveSource> => openPage(url, { kind: 'join', code });
  const pupils = await Promise.all(Array.from({ length: changes.habitats ?? small.habitats }, join));
  const said: string[] = [];
  return {
    host,
    pupils,
    pages: [host, ...pupils],
    roomId: host.roomId.value,
    code,
    said,
    lay: (card) =>
      pupils.map(async (page) => {
        const answer = await page.send({ kind: 'pressure', card, level: 1 });
        if (answer.ok) said.push(`${page.seat.value} lays ${card}`);
        return answer;
      }),
  };
}

/** Starts the match, and goes on to where its first cards are laid. */
export async function startChoosing({ host }: Pick<ClassAtPlay, 'host'>): Promise<void> {
  await host.send({ kind: 'pace', action: 'start' });
  await passQuestion(host);
}
