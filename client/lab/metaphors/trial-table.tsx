import type { Metaphors, Prepared } from '../../../shared/lab/metaphors/compare.ts';
import { METAPHORS } from '../../../shared/lab/metaphors/encoding.ts';
import { MEASURES, TRIAL_NAMES, type Trial, winners } from '../../../shared/lab/metaphors/scores.ts';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { t } from '../../i18n/i18n.ts';
import { BodyPicture } from '../frame/body-picture.tsx';
import { countHint, countName, metaphorName, said } from './words.ts';

interface Props {
  readonly prepared: Prepared;
  readonly tried: Metaphors;
}

/** Trial by trial, what each code built and what it counted. */
export function TrialTable({ prepared, tried }: Props) {
  return (
    <table class="trials">
      <caption class="visually-hidden">{t('lab.metaphors.title')}</caption>
      <thead>
        <tr>
          <td />
          {METAPHORS.map((metaphor) => (
            <th key={metaphor} scope="col">
              {metaphorName(metaphor)}
            </th>
          ))}
        </tr>
      </thead>
      {TRIAL_NAMES.map((trial) => (
        <tbody key={trial}>
          <PictureRow trial={trial} prepared={prepared} tried={tried} />
          {MEASURES.filter((measure) => measure.trial === trial).map((measure) => {
            const best = winners(tried.table, measure);
            return (
              <tr key={measure.key}>
                <th scope="row">
                  {countName(measure)} <span class="hint">{countHint(measure)}</span>
                </th>
                {METAPHORS.map((metaphor) => (
                  <td key={metaphor} class={best.includes(metaphor) ? 'numeric best' : 'numeric'}>
                    {best.includes(metaphor) ? (
                      <span role="img" aria-label={t('lab.metaphors.best')} class="star" />
                    ) : null}
                    {said(tried.table[metaphor][measure.key] ?? Number.NaN, measure)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function PictureRow({ trial, prepared, tried }: Props & { readonly trial: Trial }) {
  const bodies = trial === 'bytes' ? undefined : tried.shown[trial];
  return (
    <tr class="pictures">
      <th scope="rowgroup" {...(bodies ? {} : { colSpan: 5 })}>
        {t(`lab.metaphors.trial.${trial}`)}
        {trial === 'truth' ? <Beside body={prepared.wanted} label={t('lab.metaphors.meant')} /> : null}
        {trial === 'cross' ? <Beside body={prepared.relative} label={t('lab.metaphors.relative')} /> : null}
      </th>
      {bodies?.map((body, at) => (
        <td key={METAPHORS[at]}>
          <BodyPicture body={body} scale={4} label="" />
        </td>
      ))}
    </tr>
  );
}

/** What the row's bodies are held against. */
function Beside({ body, label }: { readonly body: Body; readonly label: string }) {
  return (
    <span class="held-against">
      <BodyPicture body={body} scale={4} label="" />
      <span>{label}</span>
    </span>
  );
}
