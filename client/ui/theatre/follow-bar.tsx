import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { kinIn, spanOf } from '../../session/following.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { Playback } from '../../session/world-source.ts';
import { generationAt } from './transport.tsx';

/** Whom one follows, how many of them there are now, and the ways along the line. */
export function FollowBar({ model, playback }: { readonly model: MatchModel; readonly playback: Playback }) {
  const following = model.following.value;
  const at = generationAt(playback);
  const { frames } = playback.timeline;
  const span = useMemo(
    () => (following ? spanOf(frames, following, playback.generations) : null),
    [following, frames, playback],
  );
  const kin = useMemo(() => (following ? kinIn(frames, following, at).length : 0), [following, frames, at]);
  if (!following || !span) return null;
  const [first, last] = span;
  const [index = 0] = following.indices;
  const values = { number: index + 1, generation: following.generation + 1 };
  return (
    <section class="follow-bar" aria-label={t('follow.label')}>
      <p role="status">
        <strong>{t(following.indices.length > 1 ? 'follow.ofTwins' : 'follow.of', values)}</strong>{' '}
        <span class="numeric">
          {kin > 0 ? t('follow.here', { count: kin }) : t(at < first ? 'follow.before' : 'follow.after')}
        </span>
      </p>
      <button type="button" class="button small" onClick={() => playback.seek(first)}>
        {t('follow.first', { generation: first + 1 })}
      </button>
      <button type="button" class="button small" onClick={() => playback.seek(following.generation)}>
        {t('follow.own')}
      </button>
      <button type="button" class="button small" onClick={() => playback.seek(last)}>
        {t('follow.last', { generation: last + 1 })}
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => {
          model.following.value = null;
          model.pointedOut.value = [];
        }}
      >
        {t('follow.stop')}
      </button>
    </section>
  );
}
