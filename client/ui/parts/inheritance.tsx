import '../../styles/inheritance.css';
import { LOCI, locusRange } from '../../../shared/sim/genome.ts';
import { t } from '../../i18n/i18n.ts';
import { differences, type Inheritance as Inherited, inheritanceOf, Origin } from '../../session/inheritance.ts';
import { GenomeStrip } from './genome-strip.tsx';

interface Props {
  readonly genome: Uint8Array;
  readonly founder: Uint8Array;
  /** Null where they are not known, or where it grew from the founder's genome. */
  readonly mother: Uint8Array | null;
  readonly father: Uint8Array | null;
}

/** A genome and where it comes from, byte by byte: of which parent, unlike the founder, new. In lanes, and in words. */
export function Inheritance({ genome, founder, mother, father }: Props) {
  const apart = differences(genome, founder);
  const inherited = mother && father ? inheritanceOf(genome, mother, father) : null;
  const words = [
    ...(inherited ? [t('inheritance.loci', { total: LOCI, ...inherited.loci }), mutationWords(inherited)] : []),
    t('inheritance.founder', { count: apart.length, bytes: genome.length }),
  ];
  return (
    <div class="inheritance">
      <GenomeStrip genome={genome} />
      <svg
        viewBox={`0 0 ${genome.length} ${inherited ? 26 : 8}`}
        style={{ blockSize: inherited ? '39px' : '12px' }}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('inheritance.strip', { words: words.join(' ') })}
      >
        {inherited ? <Origins inherited={inherited} /> : null}
        <g class="unlike-founder">
          {apart.map((at) => (
            <rect key={at} x={at} y={inherited ? 10 : 0} width={1} height={6} />
          ))}
        </g>
        <g class="mutated">
          {inherited?.mutated.map((at) => (
            <rect key={at} x={at - 0.5} y={18} width={2} height={8} />
          ))}
        </g>
      </svg>
      <ul class="inheritance-key">
        {inherited ? <li class="from-mother">{t('inheritance.keyMother')}</li> : null}
        {inherited ? <li class="from-father">{t('inheritance.keyFather')}</li> : null}
        <li class="unlike-founder">{t('inheritance.keyFounder')}</li>
        {inherited ? <li class="mutated">{t('inheritance.keyMutated')}</li> : null}
      </ul>
      {words.map((sentence) => (
        <p key={sentence} class="quiet">
          {sentence}
        </p>
      ))}
    </div>
  );
}

const mutationWords = ({ mutated }: Inherited): string =>
  mutated.length === 0 ? t('inheritance.mutatedNone') : t('inheritance.mutated', { count: mutated.length });

/** The mother's loci stand above the line, the father's below it, what both had alike on it. */
function Origins({ inherited }: { readonly inherited: Inherited }) {
  return (
    <>
      {Array.from({ length: LOCI }, (_, locus) => {
        const [start, end] = locusRange(locus);
        const origin = inherited.origins[start];
        const look =
          origin === Origin.mother ? 'from-mother' : origin === Origin.father ? 'from-father' : 'from-either';
        const [y, height] = origin === Origin.mother ? [0, 4] : origin === Origin.father ? [4, 4] : [3.5, 1];
        const inset = end - start > 1 ? 0.4 : 0.1;
        return (
          <rect key={locus} class={look} x={start + inset} y={y} width={end - start - 2 * inset} height={height} />
        );
      })}
    </>
  );
}
