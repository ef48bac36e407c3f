/**
 * How people get on with each other in a live room: what they say, whom this page turns away from, and what it asks of the room
 * concerning somebody. Views draw it; everything it does is told by its signals.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { PHRASE_EVERY_MS, type Phrase, type ReportReason, type Said } from '../../shared/protocol/manners.ts';
import type { Roster } from './roster.ts';
import { nextFading, type Saying, unfaded, withSaying } from './sayings.ts';
import { FROM_NOBODY, isHeard, marked, type Turn, type TurnedFrom, veilNames, withoutGone } from './turned-from.ts';
import type { StewardView, TableView, WorldSource } from './world-source.ts';

/** What it needs of a live match. */
export interface RoomSource extends Pick<WorldSource, 'table' | 'seat' | 'send'> {
  readonly roomId: ReadonlySignal<string>;
  readonly roster: ReadonlySignal<Roster | null>;
  onSaid(listener: (said: Said) => void): () => void;
}

/** Keeps for each room whom this page turns away from. */
export interface MannersMemory {
  get(roomId: string): TurnedFrom;
  put(roomId: string, turned: TurnedFrom): void;
}

export interface Manners {
  /** The table as this page shows it: without the names that it hides. */
  readonly table: ReadonlySignal<TableView>;
  /** What has been said lately by those to whom this page listens. */
  readonly sayings: ReadonlySignal<readonly Saying[]>;
  /** Whether one may say anything here at all; and whether one has just done so, and waits a moment. */
  readonly maySpeak: ReadonlySignal<boolean>;
  readonly cooling: ReadonlySignal<boolean>;
  readonly turnedFrom: ReadonlySignal<TurnedFrom>;
  turn(how: Turn, seat: number, on: boolean): void;
  muteAll(on: boolean): void;
  /** These ask the room, and resolve to the sentence of a refusal; empty: it is done. */
  say(phrase: Phrase): Promise<string>;
  report(seat: number, why: ReportReason): Promise<string>;
  vote(seat: number, remove: boolean): Promise<string>;
  /** By the room's owner. */
  remove(seat: number): Promise<string>;
  close(): void;
}

export function createManners(source: RoomSource, memory: MannersMemory): Manners {
  const heard = signal<readonly Saying[]>([]);
  const cooling = signal(false);
  const turned = signal<TurnedFrom>(FROM_NOBODY);
  let fading: ReturnType<typeof setTimeout> | undefined;
  let cooled: ReturnType<typeof setTimeout> | undefined;

  const stewardAt = (seat: number): StewardView | undefined =>
    source.table.peek().stewards.find((steward) => steward.seat === seat);

  const put = (next: TurnedFrom): void => {
    if (next === turned.peek()) return;
    turned.value = next;
    memory.put(source.roomId.peek(), next);
  };

  const fade = (): void => {
    clearTimeout(fading);
    const now = performance.now();
    heard.value = unfaded(heard.peek(), now);
    const left = nextFading(heard.peek(), now);
    if (left !== null) fading = setTimeout(fade, left);
  };

  const stops = [
    source.onSaid((said) => {
      heard.value = withSaying(heard.peek(), { ...said, at: performance.now() });
      fade();
    }),
    effect(() => {
      const room = source.roomId.value;
      if (room !== '') turned.value = memory.get(room);
    }),
    effect(() => {
      const { stewards } = source.table.value;
      if (stewards.length > 0) put(withoutGone(turned.value, stewards));
    }),
  ];

  const cool = (): void => {
    cooling.value = true;
    clearTimeout(cooled);
    cooled = setTimeout(() => {
      cooling.value = false;
    }, PHRASE_EVERY_MS);
  };

  const ask = async (intent: Parameters<WorldSource['send']>[0]): Promise<string> => {
    const { ok, error } = await source.send(intent);
    return ok ? '' : (error ?? '');
  };

  const turn = (how: Turn, seat: number, on: boolean): void => {
    const steward = stewardAt(seat);
    if (steward) put(marked(turned.peek(), how, steward, on));
  };

  return {
    table: computed(() => veilNames(source.table.value, turned.value)),
    sayings: computed(() => {
      const own = source.seat.value;
      const { stewards } = source.table.value;
      return heard.value.filter(({ seat }) => {
        const steward = stewards.find((each) => each.seat === seat);
        return steward !== undefined && isHeard(turned.value, steward, own);
      });
    }),
    maySpeak: computed(() => source.seat.value >= 0 && source.table.value.room?.phrases === true),
    cooling,
    turnedFrom: turned,
    turn,
    muteAll: (on) => put({ ...turned.peek(), all: on }),
    async say(phrase) {
      if (cooling.peek()) return '';
      cool();
      return ask({ kind: 'say', phrase });
    },
    report: (seat, why) => ask({ kind: 'report', seat, why }),
    async vote(seat, remove) {
      const refusal = await ask({ kind: 'vote', seat, remove });
      if (refusal === '') turn('voted', seat, remove);
      return refusal;
    },
    async remove(seat) {
      const holders = (source.roster.peek()?.people ?? []).filter((person) => person.seat === seat && !person.removed);
      const refusals = await Promise.all(
        holders.map(({ id }) => ask({ kind: 'class', action: { do: 'remove', person: id, on: true } })),
      );
      return refusals.find((refusal) => refusal !== '') ?? '';
    },
    close() {
      for (const stop of stops) stop();
      clearTimeout(fading);
      clearTimeout(cooled);
      batch(() => {
        heard.value = [];
        cooling.value = false;
      });
    },
  };
}
