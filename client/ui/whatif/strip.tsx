interface Props {
  /** One a tape; null: there was nobody to measure. */
  readonly values: readonly (number | null)[];
  readonly happened: number | null;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** What stands at both ends. */
  readonly ends: readonly [string, string];
}

/** Dots that would cover each other stand on top of each other. */
const SLOTS = 40;
const RADIUS = 5;
const ROW = 11;
const WIDTH = 600;

/** A dot for each tape on one line, and a diamond for what happened. */
export function Strip({ values, happened, from, to, label, ends }: Props) {
  const across = (value: number): number => 12 + ((value - from) / (to - from)) * (WIDTH - 24);
  const dots = stacked(values, (value) => Math.round(((value - from) / (to - from)) * SLOTS));
  const high = Math.max(1, ...dots.map(({ level }) => level + 1));
  const base = high * ROW + 12;
  return (
    <div class="strip" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${base + 22}`} role="img" aria-label={label}>
        <line class="strip-line" x1={0} x2={WIDTH} y1={base} y2={base} />
        {from < 0 ? <line class="strip-zero" x1={across(0)} x2={across(0)} y1={2} y2={base + 20} /> : null}
        {dots.map(({ value, level, at }) => (
          <circle key={at} class="strip-dot" cx={across(value)} cy={base - 8 - level * ROW} r={RADIUS} />
        ))}
        {happened === null ? null : <path class="strip-happened" d={`M${across(happened)} ${base + 2}l9 9-9 9-9-9z`} />}
      </svg>
      <div class="strip-ends quiet" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}

interface Dot {
  readonly at: number;
  readonly value: number;
  readonly level: number;
}

function stacked(values: readonly (number | null)[], slotOf: (value: number) => number): readonly Dot[] {
  const taken = new Map<number, number>();
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const slot = slotOf(value);
    const level = taken.get(slot) ?? 0;
    taken.set(slot, level + 1);
    return [{ at, value, level }];
  });
}
