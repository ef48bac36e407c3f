import { useMemo, useState } from 'preact/hooks';
import { type GenerationRecord, rangeOf } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { generationAt } from '../../session/takeaway/generations.ts';
import { generationsWith, nearest, type SubjectKind } from '../../session/takeaway/subject.ts';
import type { Taken } from './use-taken.ts';

interface Wishes {
  readonly kind: SubjectKind;
  readonly habitat: number;
  readonly generation: number;
  readonly index: number;
}

export interface Choice extends Wishes {
  /** In which there is one to choose. */
  readonly generations: readonly number[];
  /** Of the generation chosen; null where there is none. */
  readonly record: GenerationRecord | null;
}

/** What is chosen, kept to what there is. It begins with what the person was looking at. */
export function useChoice(
  model: MatchModel,
  { timeline }: Taken,
): readonly [Choice, (wishes: Partial<Wishes>) => void] {
  const [wishes, setWishes] = useState<Wishes>(() => {
    const picked = model.creatures.peek().find(({ key, index }) => key === model.creature.peek() && index >= 0);
    const [shown] = model.history.records().slice(-1);
    const playing = model.source.playback ? Math.floor(model.source.playback.position.peek()) : shown?.generation;
    const generation = Math.min(timeline.generations - 1, playing ?? 0);
    return {
      kind: 'creature',
      habitat: picked?.habitat ?? model.habitat.peek(),
      generation,
      index: picked?.index ?? 0,
    };
  });
  const { kind, habitat } = wishes;
  const generations = useMemo(() => generationsWith(timeline, kind, habitat), [timeline, kind, habitat]);
  const generation = nearest(generations, wishes.generation);
  const record = useMemo(
    () => (generations.length > 0 ? generationAt(timeline, generation) : null),
    [timeline, generation, generations],
  );
  const [start, end] = record ? rangeOf(record, habitat) : [0, 0];
  const index = Math.max(start, Math.min(end - 1, wishes.index));
  const choice = { kind, habitat, generations, generation, record, index };
  return [choice, (changed) => setWishes({ kind, habitat, generation, index, ...changed })];
}
