import '../../styles/brief.css';
import { briefFor } from '../../../shared/sim/briefs/assign.ts';
import type { Brief } from '../../../shared/sim/briefs/brief.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { briefFormula, briefName, briefSentence, founderName } from '../../i18n/model-words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { FounderPair } from '../parts/founder-pair.tsx';

/** What one is asked to breed, its formula behind a tap. Nothing in a match without briefs. */
export function BriefBox({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const seat = model.source.seat.value;
  const brief = seat < 0 ? null : briefFor(world.settings, seat);
  return brief ? (
    <section class="brief-box" aria-label={t('briefs.label')} data-brief={brief.kind}>
      <BriefWords brief={brief} />
    </section>
  ) : null;
}

export function BriefWords({ brief }: { readonly brief: Brief }) {
  return (
    <>
      <div class="brief-head">
        {founderByKey(brief.target) ? <FounderPair founder={brief.target} /> : null}
        <div>
          <p class="quiet">{t('briefs.label')}</p>
          <h3>{briefName(brief.kind)}</h3>
          <p>{briefSentence(brief.kind, brief.target ? founderName(brief.target) : '')}</p>
        </div>
      </div>
      <details>
        <summary>{t('briefs.formula')}</summary>
        <p class="formula">{briefFormula(brief.kind)}</p>
      </details>
    </>
  );
}
