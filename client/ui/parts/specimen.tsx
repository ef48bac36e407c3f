import '../../styles/specimen.css';
import { MILD, STEPS } from '../../../shared/sim/embryo/body.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import { number, percent, t } from '../../i18n/i18n.ts';
import { founderLine, founderName } from '../../i18n/model-words.ts';
import type { Seedling } from '../../worker/jobs.ts';
import { GenomeStrip } from './genome-strip.tsx';
import { useTwinFilm } from './twin-film.ts';

const LENGTH_MS = 4200;

/** A new pair on every visit: the noise is the point. */
const noiseSeed = (): number => Math.floor(Math.random() * 0xffffffff);

const seedling = (founder: Founder): Seedling => ({
  genome: founder.genome,
  noiseSeed: noiseSeed(),
  conditions: MILD,
});

const pairs = new Map<string, readonly [Seedling, Seedling]>();
/** The same founder keeps its pair while the page lives, so that coming back to it is coming back. */
function pairOf(founder: Founder): readonly [Seedling, Seedling] {
  const pair = pairs.get(founder.key) ?? [seedling(founder), seedling(founder)];
  pairs.set(founder.key, pair);
  return pair;
}

/** The museum plate: one genome above, two bodies of it below, growing. */
export function Specimen({ founder }: { readonly founder: Founder }) {
  const name = founderName(founder.key);
  const [first, second] = pairOf(founder);
  const { one, other, state } = useTwinFilm({ first, second, lengthMs: LENGTH_MS });
  const { state: stage, step, divergence } = state.value;
  return (
    <figure class="specimen" data-state={stage}>
      <div class="plate">
        <GenomeStrip genome={founder.genome} />
        <svg class="fork" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
          <path d="M50 0V4C50 10 25 5 25 14M50 4C50 10 75 5 75 14" vector-effect="non-scaling-stroke" />
        </svg>
        <div class="pair">
          <canvas ref={one} width={256} height={256} role="img" aria-label={t('specimen.first', { name })} />
          <canvas ref={other} width={256} height={256} role="img" aria-label={t('specimen.second', { name })} />
        </div>
        <div class="growth" aria-hidden="true">
          <span style={{ inlineSize: `${(step / STEPS) * 100}%` }} />
        </div>
      </div>
      <figcaption>
        <strong>{name}</strong>
        <span class="line">{founderLine(founder.key)}</span>
        <span class="fact numeric">
          {stage === 'failed'
            ? t('specimen.failed')
            : t('specimen.fact', { bytes: number(founder.genome.length), share: percent(divergence) })}
        </span>
      </figcaption>
    </figure>
  );
}
