import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';

interface Props {
  readonly model: MatchModel;
  readonly generation: number;
  readonly index: number;
  /** Its index, or a number below 0. */
  readonly twin: number;
}

/** Ways to keep a creature’s line, or a pair’s, in view through the generations of a recording. */
export function FollowButtons({ model, generation, index, twin }: Props) {
  const follow = (indices: readonly number[]) => () => {
    model.following.value = { generation, indices };
  };
  return (
    <div class="panel-actions">
      <button type="button" class="button small" onClick={follow([index])}>
        {t('follow.line')}
      </button>
      {twin >= 0 ? (
        <button type="button" class="button small" onClick={follow([index, twin])}>
          {t('follow.twins')}
        </button>
      ) : null}
    </div>
  );
}
