/** What the ground looks like: what it is follows the climate, and its colours are such as creatures can take on. */
import { drawBelow, Stream } from '../rng.ts';
import type { Background } from './world.ts';

type Kind = Background['kind'];

interface Ground {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly contrast: number;
  readonly scale: number;
  /** Whether it can be found at this temperature and nutrition (-100 to 100 each). */
  readonly fits: (temperature: number, nutrition: number) => boolean;
}

const GROUNDS: Readonly<Record<Kind, Ground>> = {
  moss: { colour: [92, 122, 66], contrast: 70, scale: 3, fits: (t, n) => t > -45 && t < 40 && n > -10 },
  sand: { colour: [206, 178, 126], contrast: 36, scale: 2, fits: (t, n) => t > 0 && n < 30 },
  slate: { colour: [98, 106, 120], contrast: 60, scale: 5, fits: (t, n) => t < 45 && n < 20 },
  snow: { colour: [222, 228, 234], contrast: 22, scale: 6, fits: (t) => t < -30 },
  clay: { colour: [168, 104, 76], contrast: 48, scale: 4, fits: (t, n) => t > -25 && n < 50 },
  reef: { colour: [82, 150, 156], contrast: 120, scale: 5, fits: (t, n) => t > 5 && n > 0 },
  meadow: { colour: [148, 164, 78], contrast: 92, scale: 2, fits: (t, n) => t > -30 && t < 60 && n > 0 },
  bark: { colour: [112, 86, 62], contrast: 110, scale: 3, fits: (t, n) => t > -60 && n > -40 },
};
const KINDS: readonly Kind[] = ['moss', 'sand', 'slate', 'snow', 'clay', 'reef', 'meadow', 'bark'];

/** No two places' colours are quite the same: up to this much more or less of each. */
const TINT = 14;

export function backgroundFor(mapSeed: number, id: number, temperature: number, nutrition: number): Background {
  const fitting = KINDS.filter((kind) => GROUNDS[kind].fits(temperature, nutrition));
  const kind = fitting[drawBelow(Math.max(1, fitting.length), mapSeed, Stream.map, id, 16)] ?? 'slate';
  const ground = GROUNDS[kind];
  const tinted = (value: number, part: number): number =>
    Math.max(0, Math.min(255, value + drawBelow(2 * TINT + 1, mapSeed, Stream.map, id, part) - TINT));
  return {
    kind,
    red: tinted(ground.colour[0], 17),
    green: tinted(ground.colour[1], 18),
    blue: tinted(ground.colour[2], 19),
    contrast: tinted(ground.contrast, 20),
    scale: Math.max(2, Math.min(8, ground.scale + drawBelow(3, mapSeed, Stream.map, id, 21) - 1)),
  };
}
