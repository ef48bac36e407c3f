import '../../styles/result.css';
import { type Score, scoresOf } from '../../../shared/sim/scores.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName, groundName } from '../../i18n/model-words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Afresh } from '../parts/afresh.tsx';

/** Per cent of survival by which training must beat the exam before we call it learned by heart. */
const BY_HEART = 15;
/** The share of the budget below which a habitat was hardly trained at all. */
const HARDLY = 0.35;

/** What a result has to say about learning, as a key. */
function lessonOf({ survival, training, exam }: Score): 'untested' | 'byHeart' | 'general' {
  if (training < HARDLY * survival) return 'untested';
  return survival - exam > BY_HEART ? 'byHeart' : 'general';
}

/** The end: training beside exam, for every habitat. */
export function Result({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { stewards, recording, mode } = model.source.table.value;
  const own = model.source.seat.value;
  const scores = scoresOf(world).sort((a, b) => b.total - a.total || a.seat - b.seat);
  const place = scores.findIndex(({ seat }) => seat === own);
  const mine = scores[place];
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 id="result-title">{mine ? t('result.place', { place: place + 1, of: scores.length }) : t('result.title')}</h2>
      {mine ? <p class="lead">{t(`result.${lessonOf(mine)}`)}</p> : null}
      <p>{t('result.exam', { cards: world.examPressures.map(({ card }) => cardName(card)).join(', ') })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('result.steward')}</th>
            <th scope="col">{t('result.trainingSurvival')}</th>
            <th scope="col">{t('result.examSurvival')}</th>
            <th scope="col" class="numeric">
              {t('result.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ seat, survival, exam, total }) => {
            const habitat = world.habitats[seat];
            return (
              <tr key={seat} class={seat === own ? 'own' : ''}>
                <th scope="row">
                  <span class="who">
                    {stewards[seat]?.name || t('stewards.nobody')}
                    <span class="quiet">{habitat ? groundName(habitat) : ''}</span>
                  </span>
                </th>
                <td>
                  <Bar value={survival} kind="training" />
                </td>
                <td>
                  <Bar value={exam} kind="exam" />
                </td>
                <td class="numeric">{total.toFixed(1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">{t('result.formula')}</p>
      {mode === 'replay' ? null : (
        <div class="actions">
          {recording ? (
            <Afresh class="button primary" href={`/replay/${recording}`}>
              {t('result.replay')}
            </Afresh>
          ) : null}
          <Afresh class="button" href="/play">
            {t('result.again')}
          </Afresh>
          <Afresh class="button" href="/">
            {t('action.home')}
          </Afresh>
        </div>
      )}
    </section>
  );
}

function Bar({ value, kind }: { readonly value: number; readonly kind: string }) {
  return (
    <span class={`survival ${kind}`}>
      <i style={{ inlineSize: `${value}%` }} />
      <span class="numeric">{t('unit.percent', { value: Math.round(value) })}</span>
    </span>
  );
}
