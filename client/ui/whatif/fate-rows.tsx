import { percent, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { ENOUGH_TAPES, survivalFates, type TraitFates } from '../../session/tapes.ts';
import type { TapesSource } from '../../session/tapes-source.ts';
import { Strip } from './strip.tsx';

type SurvivalProps = Pick<TapesSource['state']['value'], 'tapes' | 'happened'> & { readonly habitat: number };

/** Who lived through the exam, tape by tape. */
export function SurvivalRow({ tapes, happened, habitat }: SurvivalProps) {
  const fates = survivalFates(tapes, happened, habitat);
  const values = { low: percent(fates.low), high: percent(fates.high) };
  const title = t('whatif.tapes.exam');
  const words = tapes.length < ENOUGH_TAPES ? '' : t(`whatif.tapes.survival.${fates.verdict}`, values);
  return (
    <section class="fates">
      <h2>{title}</h2>
      <div class="fate" data-verdict={fates.verdict}>
        <p>
          {words} {fates.happened === null ? '' : t('whatif.tapes.was', { share: percent(fates.happened) })}{' '}
          {fates.lost > 0 ? t('whatif.tapes.lost', { lost: fates.lost }) : ''}
        </p>
        <Strip
          values={fates.shares}
          happened={fates.happened}
          from={0}
          to={1}
          label={`${title}: ${words}`}
          ends={[percent(0), percent(1)]}
        />
      </div>
    </section>
  );
}

/** How far each trait’s mean moved, tape by tape. */
export function TraitRows({ title, traits }: { readonly title: string; readonly traits: readonly TraitFates[] }) {
  if (traits.length === 0) return null;
  const far = Math.max(
    1,
    ...traits.flatMap(({ shifts, happened }) => [...shifts, happened].map((shift) => Math.abs(shift ?? 0))),
  );
  return (
    <section class="fates">
      <h2>{title}</h2>
      {traits.map((fates) => (
        <TraitRow key={fates.trait} fates={fates} far={far} />
      ))}
    </section>
  );
}

function TraitRow({
  fates: { trait, verdict, up, down, shifts, happened },
  far,
}: {
  readonly fates: TraitFates;
  readonly far: number;
}) {
  const words = t('whatif.tapes.ways', { up, down, rest: shifts.length - up - down });
  return (
    <div class="fate" data-trait={trait} data-verdict={verdict}>
      <p>
        <strong>{traitName(trait)}</strong> <span class="quiet">{words}</span>
      </p>
      <Strip
        values={shifts}
        happened={happened}
        from={-far}
        to={far}
        label={`${traitName(trait)}: ${words}`}
        ends={[t('whatif.tapes.less'), t('whatif.tapes.more')]}
      />
    </div>
  );
}
