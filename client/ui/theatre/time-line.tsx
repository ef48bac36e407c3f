import '../../styles/time-line.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Habitat } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { type Course, happeningsIn } from '../../session/happenings.ts';
import type { Playback } from '../../session/world-source.ts';
import { LineArt, LineMarks } from './line-art.tsx';
import { generationAt } from './transport.tsx';
import { happeningWords, placeOf, tollSentence } from './words.ts';

interface Props {
  readonly playback: Playback;
  readonly course: Course;
  readonly habitats: readonly Habitat[];
}

/** The whole match as a line: its rounds and phases, its deaths, and what happened. Pressing anywhere goes there. */
export function TimeLine({ playback, course, habitats }: Props) {
  const { generations } = playback;
  const position = playback.position.value;
  const at = generationAt(playback);
  const line = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  /** Whether it played before it was dragged. */
  const dragging = useRef<{ readonly played: boolean } | null>(null);
  const art = useMemo(() => <LineArt course={course} generations={generations} />, [course, generations]);
  const marks = useMemo(() => <LineMarks course={course} generations={generations} />, [course, generations]);
  /** Which position lies under a pointer. */
  const under = (event: PointerEvent): number => {
    const box = line.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    const along = (event.clientX - box.left) / box.width;
    const share = getComputedStyle(line.current ?? document.body).direction === 'rtl' ? 1 - along : along;
    return Math.max(0, Math.min(0.9999, share)) * generations;
  };
  const told = pointed ?? (focused ? at : null);
  return (
    // A second way; the slider inside is the first.
    <div
      ref={line}
      class="time-line"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        line.current?.setPointerCapture(event.pointerId);
        dragging.current = { played: playback.playing.peek() };
        playback.pause();
        playback.seek(under(event));
      }}
      onPointerMove={(event) => {
        const there = under(event);
        setPointed(Math.floor(there));
        if (dragging.current) playback.seek(there);
      }}
      onPointerUp={() => {
        if (dragging.current?.played) playback.play();
        dragging.current = null;
      }}
      onPointerCancel={() => {
        dragging.current = null;
        setPointed(null);
      }}
      onPointerLeave={() => setPointed(null)}
    >
      <input
        type="range"
        min={0}
        max={generations - 1}
        step={1}
        value={at}
        aria-label={t('transport.seek')}
        aria-valuetext={[placeOf(course, at), ...tellings(course, habitats, at)].join('. ')}
        onInput={(event) => playback.seek(Number(event.currentTarget.value))}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      <div class="line-field" aria-hidden="true">
        {art}
        <span class="line-played" style={{ inlineSize: `${(Math.min(position, generations) / generations) * 100}%` }} />
        {marks}
      </div>
      {told !== null && told < generations ? (
        <div
          class="line-tip"
          aria-hidden="true"
          style={{ '--at': `${((told + 0.5) / generations) * 100}%`, '--lean': String((told + 0.5) / generations) }}
        >
          <strong>{placeOf(course, told)}</strong>
          {tellings(course, habitats, told).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** What there is to tell of a generation, sentence by sentence. */
const tellings = (course: Course, habitats: readonly Habitat[], generation: number): string[] =>
  [
    ...happeningsIn(course, generation).map((happening) => happeningWords(habitats, happening)),
    tollSentence(course, generation),
  ].filter(Boolean);
