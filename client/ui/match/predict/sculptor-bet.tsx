import { CHIPS, type Prediction, type SculptorQuestion } from '../../../../shared/sim/questions/question.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import { cardName } from '../../../i18n/model-words.ts';
import { generationShown } from '../../../session/creature-view.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { CardArt } from '../card-art.tsx';
import { Changes } from '../reveal/changes.tsx';
import { movedMost } from '../reveal/moved.ts';
import { ChipBoard } from './chip-board.tsx';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly question: SculptorQuestion;
  readonly answer: Extract<Prediction, { kind: 'sculptor' }> | null;
  readonly onChange: (answer: Prediction) => void;
}

/** Traits shown of a rival, at most. */
const SHOWN = 4;

/** A, B, C, D: the same below a column as beside its card. */
const letterOf = (at: number): string => String.fromCharCode(65 + at);

/** What a rival's habitat became, and four cards of which one did it. */
export function SculptorBet({ model, world, question, answer, onChange }: Props) {
  const last = generationShown(world);
  const moves = movedMost(model.history, question.habitat, last - world.settings.generationsPerRound + 1, last);
  return (
    <>
      <h4>{t('question.sculptor.traits')}</h4>
      {moves ? <Changes moves={moves.slice(0, SHOWN)} /> : <p class="quiet">{t('reveal.measuring')}</p>}
      <ul class="suspects">
        {question.choices.map((card, at) => (
          <li key={card}>
            <CardArt id={card} />
            <strong>
              {letterOf(at)} · {cardName(card)}
            </strong>
          </li>
        ))}
      </ul>
      <ChipBoard
        label={t('question.sculptor.board')}
        columns={question.choices.map((card, at) => ({ name: cardName(card), short: letterOf(at) }))}
        chips={answer?.chips ?? question.choices.map(() => 0)}
        total={CHIPS}
        onChange={(chips) => onChange({ kind: 'sculptor', chips })}
      />
    </>
  );
}
