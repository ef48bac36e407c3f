import { opensRound } from '../../../shared/sim/world/create.ts';
import { fractionOfSeason, lengthOf, scenesOf } from '../../session/course.ts';
import { type Course, type HappeningKind, PARTS } from '../../session/happenings.ts';

interface Props {
  readonly course: Course;
  readonly generations: number;
}

/** Deaths as columns at the moments at which they came, and below them the phases. A generation is one unit wide. */
export function LineArt({ course, generations }: Props) {
  const { settings, tolls } = course;
  const most = Math.max(1, ...tolls.flatMap(({ parts }) => parts));
  return (
    <svg class="line-art" aria-hidden="true" viewBox={`0 0 ${generations} 1`} preserveAspectRatio="none">
      {tolls.map((toll, generation) => {
        const scenes = scenesOf(settings, generation);
        const total = lengthOf(scenes);
        const whole = (fraction: number): number => generation + fraction;
        let before = 0;
        return (
          <g key={generation}>
            {opensRound(settings, generation) && generation > 0 ? (
              <line class="line-round" x1={generation} x2={generation} y1="0" y2="1" />
            ) : null}
            {toll.parts.map((died, part) => {
              const from = whole(fractionOfSeason(scenes, part / PARTS));
              const to = whole(fractionOfSeason(scenes, (part + 1) / PARTS));
              const height = (died / most) * 0.8;
              return died > 0 ? (
                <rect key={part} class="line-deaths" x={from} y={0.88 - height} width={to - from} height={height} />
              ) : null;
            })}
            {scenes.map(({ phase, lengthMs }) => {
              const x = whole(before / total);
              before += lengthMs;
              return (
                <rect
                  key={phase}
                  class="line-phase"
                  data-phase={phase}
                  x={x}
                  y="0.9"
                  width={lengthMs / total}
                  height="0.1"
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** By shape as well as by colour. The path lies in a field of 12 × 12. */
const SHAPES: Readonly<Record<Exclude<HappeningKind, 'round'>, string>> = {
  exam: 'M2 1h1v10H2zM3 1.5h7l-2 2.5 2 2.5H3z',
  twins: 'M3.5 3.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5ZM8.5 3.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5Z',
  disaster: 'M7 0L2 7h3L4 12l6-7.5H6.8z',
  intervention: 'M6 1.5L11 10.5H1z',
  extinction: 'M2.2 0.8L6 4.6 9.8 0.8 11.2 2.2 7.4 6 11.2 9.8 9.8 11.2 6 7.4 2.2 11.2 0.8 9.8 4.6 6 0.8 2.2z',
  resettling: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6Zm0 2.6a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4Z',
};

export const Sign = ({ kind }: { readonly kind: keyof typeof SHAPES }) => (
  <svg class="line-sign" data-kind={kind} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d={SHAPES[kind]} />
  </svg>
);

export const hasSign = (kind: string): kind is keyof typeof SHAPES => kind in SHAPES;

/** What happened, where it happened. */
export function LineMarks({ course, generations }: Props) {
  return (
    <div class="line-marks">
      {course.happenings.map(({ kind, position }, at) =>
        hasSign(kind) ? (
          <span
            key={at}
            class="line-mark"
            data-kind={kind}
            style={{ insetInlineStart: `${(position / generations) * 100}%` }}
          >
            <Sign kind={kind} />
          </span>
        ) : null,
      )}
    </div>
  );
}
