import '../../styles/result.css';
import { useEffect, useRef } from 'preact/hooks';
import { scoresOf } from '../../../shared/sim/scores.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { fixed, listed, t } from '../../i18n/i18n.ts';
import { cardName, groundName } from '../../i18n/model-words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Rematch } from '../manners/rematch.tsx';
import { Saying } from '../manners/saying.tsx';
import { StewardMenu } from '../manners/steward-menu.tsx';
import { Afresh } from '../parts/afresh.tsx';
import { TakeButton } from '../takeaway/take-button.tsx';
import { Champion } from './result/champion.tsx';
import { lessonOf } from './result/lesson.ts';
import { stewardName } from './steward-name.ts';
import { besides } from './steward-words.ts';

/** The end: training beside exam, for every habitat. */
export function Result({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { stewards, recording, mode, ranksShown } = model.source.table.value;
  const own = model.source.seat.value;
  const scores = scoresOf(world).sort((a, b) => (ranksShown ? b.total - a.total : 0) || a.seat - b.seat);
  const place = scores.findIndex(({ seat }) => seat === own);
  const mine = scores[place];
  const lesson = mine ? lessonOf(mine, scores) : null;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who plays by keys or listens comes here; who is elsewhere on the page stays there.
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 ref={title} id="result-title" tabIndex={-1}>
        {mine && ranksShown ? t('result.place', { place: place + 1, of: scores.length }) : t('result.title')}
      </h2>
      {lesson ? (
        <p class="lead" data-lesson={lesson.key}>
          {t(`result.${lesson.key}`, lesson.values)}
        </p>
      ) : null}
      <p>{t('result.exam', { cards: listed(world.examPressures.map(({ card }) => cardName(card))) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('result.steward')}</th>
            <th scope="col">{t('result.trainingSurvival')}</th>
            <th scope="col">{t('result.examSurvival')}</th>
            {ranksShown ? (
              <th scope="col" class="numeric">
                {t('result.score')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {scores.map(({ seat, survival, exam, total }) => {
            const habitat = world.habitats[seat];
            return (
              <tr key={seat} class={seat === own ? 'own' : ''}>
                <th scope="row">
                  <span class="named">
                    <span class="who">
                      {stewardName(model.source, stewards[seat])}
                      <Saying seat={seat} class="in-list" />
                      <span class="quiet">
                        {[habitat ? groundName(habitat) : '', ...(ranksShown ? besides(stewards[seat]) : [])]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                    <StewardMenu source={model.source} steward={stewards[seat]} />
                  </span>
                </th>
                <td>
                  <Bar value={survival} kind="training" />
                </td>
                <td>
                  <Bar value={exam} kind="exam" />
                </td>
                {ranksShown ? <td class="numeric">{fixed(total, 1)}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {ranksShown ? <p class="quiet">{t('result.formula')}</p> : null}
      <Champion model={model} world={world} />
      {mode === 'replay' ? null : (
        <div class="actions">
          <Rematch source={model.source} />
          {recording ? (
            <Afresh class={mode === 'public' ? 'button' : 'button primary'} href={`/replay/${recording}`}>
              {t('result.replay')}
            </Afresh>
          ) : null}
          {recording ? <TakeButton model={model} /> : null}
          {mode === 'public' ? null : (
            <Afresh class="button" href="/play">
              {t('result.again')}
            </Afresh>
          )}
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
