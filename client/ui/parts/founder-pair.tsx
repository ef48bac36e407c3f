import { useMemo } from 'preact/hooks';
import { MILD } from '../../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';
import { CreaturePicture } from './picture.tsx';

/** Two of a founder species, small. */
export function FounderPair({ founder }: { readonly founder: string }) {
  const pair = useMemo(() => {
    const genome = founderByKey(founder)?.genome;
    return genome ? [1, 2].map((noiseSeed) => ({ genome, noiseSeed, conditions: MILD })) : [];
  }, [founder]);
  return (
    <span class="two">
      {pair.map((of) => (
        <CreaturePicture key={of.noiseSeed} of={of} scale={4} label="" />
      ))}
    </span>
  );
}
