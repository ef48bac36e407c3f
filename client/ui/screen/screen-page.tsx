import '../../styles/lessons.css';
import '../../styles/match.css';
import '../../styles/screen.css';
import { useEffect, useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import { createLiveSource } from '../../net/live-source.ts';
import { createMatchModel, type MatchModel } from '../../session/match-model.ts';
import { phaseWords, placeWords } from '../../session/phase-words.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { LinkBanner } from '../match/link-banner.tsx';
import { StageView } from '../match/stage-view.tsx';
import { TwinsPanel } from '../match/twins-panel.tsx';
import { readCode } from '../parts/code.ts';
import { Message } from '../parts/message.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Asking } from './asking.tsx';
import { ReadyCount } from './ready-count.tsx';
import { useStep } from './use-step.ts';

/** A projector takes nobody's seat, whoever else uses this browser. */
const NO_KEYS = { get: () => undefined, put: () => {} };

/** The shared world for a whole room: to be looked at, with nothing to press. */
export function Screen() {
  const { params } = useRoute();
  const code = readCode(params.code ?? '') ?? '';
  const source = useMemo(
    () => createLiveSource({ kind: 'join', code, watch: true }, { origin: location.origin, seatKeys: NO_KEYS }),
    [code],
  );
  useEffect(() => () => source.close(), [source]);
  const model = useMemo(() => createMatchModel(source), [source]);
  useEffect(() => () => model.close(), [model]);
  useTitle(t('screen.title'));
  const trouble = source.trouble.value;
  const world = source.world.value;
  if (trouble && !world) {
    return (
      <Message title={t('room.cannot')} text={trouble}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
      </Message>
    );
  }
  return (
    <main id="content" class="screen" data-link={source.link.value} data-phase={source.table.value.phase}>
      <Head source={source} world={world} />
      <LinkBanner source={source} />
      {world ? <Show model={model} world={world} /> : <p class="arriving">{t('phase.arriving.watch')}</p>}
    </main>
  );
}

function Head({ source, world }: { readonly source: WorldSource; readonly world: World | null }) {
  const table = source.table.value;
  const { title } = phaseWords(table, world, -1, false);
  const place = world ? placeWords(table.phase, world) : null;
  const { lesson, step, at } = useStep(source);
  // While the match waits for the lesson, it is the lesson's step that counts.
  const led = step !== undefined && step.kind !== 'play';
  return (
    <header class="screen-head">
      <div aria-live="polite">
        <p>
          {led && lesson
            ? t('lesson.place', { step: at + 1, steps: lesson.steps.length })
            : place
              ? t(place.key, place.values)
              : t('name')}
        </p>
        <h1>{led ? step.title : t(title.key, title.values)}</h1>
      </div>
      <ReadyCount source={source} />
      <p class="screen-code">
        <span>{t('screen.join', { host: location.host })}</span>
        <strong>{table.code}</strong>
      </p>
    </header>
  );
}

/** Pictures can be seen, not reached: what they show is told on every pupil's device. */
function Show({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { generation } = world;
  const habitat = generation % world.habitats.length;
  // Each generation the twins of another habitat.
  useEffect(() => {
    model.picked.value = habitat;
  }, [model, habitat]);
  const place = world.habitats[habitat];
  // What the class shall look at gets the whole wall.
  const looks = useStep(model.source).step?.kind === 'look';
  return (
    <div class={looks ? 'screen-board looks' : 'screen-board'}>
      <div class="screen-stage" inert>
        <StageView model={model} world={world} />
      </div>
      <aside class="screen-side">
        <Asking source={model.source} />
        <section class="screen-twins" inert>
          <h2>{t('screen.twins', { place: place ? groundName(place) : '' })}</h2>
          <TwinsPanel model={model} world={world} />
        </section>
      </aside>
    </div>
  );
}
