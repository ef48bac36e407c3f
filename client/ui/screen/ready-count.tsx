import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';

/** How many are done with what is asked now: a count, and nobody's name. */
export function ReadyCount({ source }: { readonly source: WorldSource }) {
  const { phase, stewards, lesson } = source.table.value;
  const here = stewards.filter(({ bot, connected }) => bot === '' && connected);
  if (lesson && lesson.answered > 0) {
    return <p class="screen-count">{t('lesson.answered', { answered: lesson.answered, people: lesson.people })}</p>;
  }
  if (phase === 'lobby')
    return <p class="screen-count">{t('screen.here', { count: lesson?.people ?? here.length })}</p>;
  if (phase !== 'predict' && phase !== 'choose') return null;
  const done = here.filter(({ ready, answered }) => ready || (phase === 'predict' && answered)).length;
  return <p class="screen-count">{t('screen.ready', { ready: done, people: here.length })}</p>;
}
