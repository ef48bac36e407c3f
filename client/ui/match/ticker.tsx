import '../../styles/ticker.css';
import { useState } from 'preact/hooks';
import { causeOf } from '../../../shared/sim/causes.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { tollWords } from '../../i18n/model-words.ts';
import { deathsSoFar } from '../../session/census.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { type Toll, tollsOf } from '../../session/toll.ts';
import { CreaturePicture } from '../parts/picture.tsx';
import { Account } from './account.tsx';
import { AgentMark } from './agent-mark.tsx';

/** Groups in sight while the ticker is folded, and faces of a group. */
const SHOWN = 3;
const FACES = 3;

/** The deaths of the habitat in view, by cause and part of the season; each opens the creature, with the number that decided. */
export function Ticker({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const [open, setOpen] = useState(false);
  const habitat = model.habitat.value;
  const { season } = model.moment.value;
  const running = season > 0 && season < 1;
  const dead = running && world.creatures.length > 0 ? deathsSoFar(model.creatures.value, habitat, season) : [];
  const tolls = tollsOf(dead);
  const unfolded = open && running;
  return (
    <>
      <section class={unfolded ? 'ticker open' : 'ticker'} aria-label={t('ticker.label')}>
        <ol>
          {(unfolded ? tolls : tolls.slice(0, SHOWN)).map((toll) => (
            <Row key={toll.id} toll={toll} all={unfolded} pick={(key) => (model.creature.value = key)} />
          ))}
        </ol>
        {dead.length > 1 ? (
          <button type="button" class="fold" aria-expanded={unfolded} onClick={() => setOpen(!open)}>
            {unfolded ? t('ticker.fold') : t('ticker.all', { count: dead.length })}
          </button>
        ) : null}
      </section>
      <Account model={model} world={world} />
    </>
  );
}

interface RowProps {
  readonly toll: Toll;
  /** Whether each of its dead has a button, or the latest few. */
  readonly all: boolean;
  readonly pick: (key: number) => void;
}

function Row({ toll, all, pick }: RowProps) {
  const cause = causeOf(toll.cause);
  if (!cause) return null;
  const words = tollWords(cause, toll.dead.length);
  return (
    <li>
      <span class="faces">
        {(all ? toll.dead : toll.dead.slice(0, FACES)).map((creature) => (
          <button
            key={creature.key}
            type="button"
            aria-label={t('ticker.open', { number: creature.index + 1, words })}
            onClick={() => pick(creature.key)}
          >
            <CreaturePicture of={creature.of} scale={2} label="" />
          </button>
        ))}
      </span>
      <button type="button" class="words" tabIndex={-1} aria-hidden="true" onClick={() => pick(toll.dead[0]?.key ?? 0)}>
        <span>{words}</span> <small>{t(`ticker.when.${toll.part}`)}</small>
        <AgentMark cause={toll.cause} />
      </button>
    </li>
  );
}
