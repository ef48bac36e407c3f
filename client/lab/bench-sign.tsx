import { useMemo } from 'preact/hooks';
import { type PlateBody, seedlingOf } from '../../shared/lessons/plate.ts';
import { CreaturePicture } from '../ui/parts/picture.tsx';

const of = (founder: string, noiseSeed: number, more: Partial<PlateBody> = {}): PlateBody => ({
  label: '',
  founder,
  noiseSeed,
  ...more,
});
const without = (gene: number): Partial<PlateBody> => ({ changes: [{ kind: 'knockOut', gene }] });
const mutated = (seed: number): Partial<PlateBody> => ({ changes: [{ kind: 'mutate', rate: 3000, seed }] });
const shortened = (rate: number): Partial<PlateBody> => ({ changes: [{ kind: 'mutate', rate, seed: 5 }] });

/** What grows on a bench’s tile: two bodies that say what it is about. */
const SIGNS: Readonly<Record<string, readonly PlateBody[]>> = {
  twins: [of('garnetmoth', 1), of('garnetmoth', 2)],
  microscope: [of('sunsetcape', 1)],
  landscape: [of('icefloe', 1), of('icefloe', 3)],
  'knock-outs': [of('kingfisher', 1), of('kingfisher', 1, without(2))],
  'twin-study': [of('gladmask', 1), of('gladmask', 2)],
  between: [of('peony', 1, mutated(1)), of('peony', 1, mutated(2))],
  compression: [of('lagoonbands', 1), of('lagoonbands', 1, shortened(1200))],
  training: [of('coralfish', 1), of('coralfish', 1, mutated(9))],
  metaphors: [of('leopardcream', 1)],
  herbarium: [of('saucer', 1), of('petalgnome', 1)],
};

export function BenchSign({ of: bench }: { readonly of: string }) {
  const seedlings = useMemo(() => (SIGNS[bench] ?? []).map(seedlingOf), [bench]);
  return (
    <span class="bench-sign">
      {seedlings.map((seedling, at) => (
        <CreaturePicture key={at} of={seedling} scale={4} label="" />
      ))}
    </span>
  );
}
