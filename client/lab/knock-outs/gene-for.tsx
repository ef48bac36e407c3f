import { CONTROLS, type Matrix, moversOf } from '../../../shared/lab/knock-out-matrix.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { listed, number, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';

/** “Is there a gene for the eye?”, answered by counting. */
export function GeneFor({ matrix, trait }: { readonly matrix: Matrix; readonly trait: TraitName }) {
  if (Number.isNaN(matrix.whole[0])) return <p>{t('lab.knock-outs.dead')}</p>;
  const movers = moversOf(matrix.shifts, TRAITS.indexOf(trait));
  const others = movers.map((mover) => mover.others);
  const [least, most] = [Math.min(...others), Math.max(...others)];
  const alone = movers.find((mover) => mover.others === 0);
  const verdict = movers.length === 0 ? 'none' : alone ? 'alone' : 'many';
  return (
    <section class="gene-for" aria-live="polite">
      <h2>{t('lab.knock-outs.forTitle', { trait: traitName(trait) })}</h2>
      {movers.length > 0 ? (
        <p>
          {t('lab.knock-outs.movers', {
            count: movers.length,
            genes: listed(movers.map(({ gene }) => number(gene + 1))),
            range: least === most ? number(least) : `${least}–${most}`,
          })}
        </p>
      ) : null}
      <p class="knock-verdict">{t(`lab.knock-outs.verdict.${verdict}`, { gene: (alone?.gene ?? 0) + 1 })}</p>
      <p class="quiet">
        {t('lab.knock-outs.control', { tries: CONTROLS * TRAITS.length, alarms: matrix.falseAlarms })}
      </p>
    </section>
  );
}
