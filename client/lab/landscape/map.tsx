import type { Trail } from '../../../shared/lab/landscape/kick.ts';
import { ACROSS, DOWN, type Extent, type Landscape } from '../../../shared/lab/landscape/landscape.ts';
import { placesOn } from '../../../shared/lab/microscope/components.ts';
import { number } from '../../i18n/i18n.ts';
import { SHAPES } from '../microscope/marks.ts';

interface Props {
  readonly of: Landscape;
  readonly trails: readonly Trail[];
  /** What it shows, in one sentence. */
  readonly label: string;
}

/** Side of a bin, in the drawing's units. */
const BIN = 16;
const SHADES = [1, 2, 3, 4] as const;
/** An arrow shorter than this says nothing but that cells stay. */
const LEAST_ARROW = 5;

/** The plane of two principal components: where cells settle, how they flow there, and where kicked cells went. */
export function LandscapeMap({ of, trails, label }: Props) {
  const at = placer(of.extent);
  return (
    <svg class="landscape-map" viewBox={`0 0 ${ACROSS * BIN} ${DOWN * BIN}`} role="img" aria-label={label} dir="ltr">
      <defs>
        <marker id="flow-head" viewBox="0 0 6 6" refX="4" refY="3" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M0 0L6 3L0 6z" class="flow-head" />
        </marker>
      </defs>
      {SHADES.map((level) => (
        <path key={level} class={`shade shade-${level}`} d={shadePath(of.shade, level)} />
      ))}
      {of.arrows.map(({ x, y, dx, dy }, arrow) => {
        const [[x1, y1], [x2, y2]] = [at(x, y), at(x + dx, y + dy)];
        const length = Math.hypot(x2 - x1, y2 - y1);
        return length < LEAST_ARROW ? null : <Arrow key={arrow} x1={x1} y1={y1} x2={x2} y2={y2} />;
      })}
      {Array.from(of.tissues, (tissue, cell) => {
        const [x, y] = at(of.places[2 * cell] ?? 0, of.places[2 * cell + 1] ?? 0);
        return (
          <path
            key={cell}
            class="settled"
            d={SHAPES[tissue - 1]}
            transform={`translate(${x} ${y}) scale(4)`}
            style={{ fill: `var(--kind-${tissue - 1})` }}
          />
        );
      })}
      {trails.map((trail, which) => (
        <KickTrail key={which} of={trail} landscape={of} />
      ))}
      {of.basins.map(({ x, y }, basin) => {
        const [left, top] = at(x, y);
        return (
          <g key={basin} class="basin" transform={`translate(${left} ${top})`}>
            <circle r="11" />
            <text y="5">{number(basin + 1)}</text>
          </g>
        );
      })}
    </svg>
  );
}

type Placer = (x: number, y: number) => readonly [left: number, top: number];

const placer =
  ({ left, right, low, high }: Extent): Placer =>
  (x, y) => [round(((x - left) / (right - left)) * ACROSS * BIN), round(((high - y) / (high - low)) * DOWN * BIN)];

const round = (value: number): number => Math.round(value * 10) / 10;

/** Bins of one of four steps of density. */
function shadePath(shade: Float32Array, level: number): string {
  let path = '';
  shade.forEach((share, bin) => {
    // Most bins hold few: by the root, they can be told apart too.
    if (share === 0 || Math.ceil(Math.sqrt(share) * SHADES.length) !== level) return;
    path += `M${(bin % ACROSS) * BIN} ${(DOWN - 1 - Math.floor(bin / ACROSS)) * BIN}h${BIN}v${BIN}h-${BIN}z`;
  });
  return path;
}

const Arrow = (line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }) => (
  <line class="flow" marker-end="url(#flow-head)" {...line} />
);

/** The kick, dashed; the way from there; and where the cell would have ended, if it did not get there. */
function KickTrail({ of: { states, goal, home }, landscape }: { readonly of: Trail; readonly landscape: Landscape }) {
  const at = placer(landscape.extent);
  const places = pairs(placesOn(landscape.axes, states), at);
  const [there = [0, 0]] = pairs(placesOn(landscape.axes, goal), at);
  const [before = [0, 0], after = [0, 0]] = places;
  const end = places.at(-1) ?? after;
  return (
    <g class={home ? 'trail home' : 'trail lost'}>
      <path class="jump" d={`M${before}L${after}`} />
      <path d={`M${places.slice(1).join('L')}`} />
      {home ? <circle cx={end[0]} cy={end[1]} r="5" /> : <path class="cross" d={`M${end}m-6-6l12 12m0-12l-12 12`} />}
      {home ? null : <path class="missed" d={`M${end}L${there}`} />}
    </g>
  );
}

const pairs = (places: Float32Array, at: Placer): (readonly [number, number])[] =>
  Array.from({ length: places.length / 2 }, (_, point) => at(places[2 * point] ?? 0, places[2 * point + 1] ?? 0));
