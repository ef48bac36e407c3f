import type { Recording } from '../../../shared/replay/recording.ts';
import { t } from '../../i18n/i18n.ts';
import {
  CHANGES,
  type Change,
  cardsLaid,
  lastFrom,
  momentFor,
  type Question,
  sameCards,
} from '../../session/question.ts';
import { OtherCards } from './other-cards.tsx';
import { changeTitle, momentWords } from './words.ts';

interface Props {
  readonly recording: Recording;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onRun: () => void;
}

/** One moment, one change. */
export function QuestionForm({ recording, question, onChange, onRun }: Props) {
  const { change, from, habitat, cards } = question;
  const laid = cardsLaid(recording, momentFor(recording, 'cards', from), habitat);
  const unchanged = change === 'cards' && sameCards(cards, laid);
  /** Cards belong to a round and a habitat: with another of either, those that lay there come back. */
  const ask = (changes: Partial<Question>): void => {
    const next = { ...question, ...changes };
    const moment = momentFor(recording, next.change, next.from);
    const moved = moment !== from || next.habitat !== habitat || next.change !== change;
    const opening = momentFor(recording, 'cards', moment);
    const kept = moved ? cardsLaid(recording, opening, next.habitat) : next.cards;
    onChange({ ...next, from: moment, cards: kept });
  };
  return (
    <form
      class="whatif-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <p class="lead">{t('whatif.lead')}</p>
      <fieldset>
        <legend>
          <h2>{t('whatif.what')}</h2>
        </legend>
        <div class="changes">
          {CHANGES.map((each) => (
            <ChangeChoice key={each} change={each} chosen={each === change} onChoose={() => ask({ change: each })} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>
          <h2>{t('whatif.when')}</h2>
        </legend>
        <MomentChoice recording={recording} question={question} onMove={(moment) => ask({ from: moment })} />
      </fieldset>
      {change === 'cards' ? (
        <OtherCards
          recording={recording}
          question={question}
          onHabitat={(next) => ask({ habitat: next })}
          onCards={(next) => ask({ cards: next })}
        />
      ) : null}
      <div class="actions">
        <button type="submit" class="button primary large" disabled={unchanged}>
          {t(change === 'tapes' ? 'whatif.goTapes' : 'whatif.go')}
        </button>
        <p class="quiet" role="status">
          {unchanged ? t('whatif.sameCards') : ''}
        </p>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly change: Change;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function ChangeChoice({ change, chosen, onChoose }: ChoiceProps) {
  return (
    <label class="change-choice">
      <input type="radio" name="change" value={change} checked={chosen} onChange={onChoose} />
      <span>
        <strong>{changeTitle(change)}</strong>
        <span>{t(`whatif.change.${change}.text`)}</span>
      </span>
    </label>
  );
}

interface MomentProps {
  readonly recording: Recording;
  readonly question: Question;
  readonly onMove: (generation: number) => void;
}

/** The match as a line, rounds marked: before the thumb all stays, behind it all is played anew. */
function MomentChoice({ recording, question: { change, from }, onMove }: MomentProps) {
  const { settings } = recording;
  const { generationsPerRound } = settings;
  const last = lastFrom(recording, change);
  const opens = Array.from({ length: Math.floor(last / generationsPerRound) + 1 }, (_, at) => at * generationsPerRound);
  const words = momentWords(settings, from);
  return (
    <label class="moment-choice">
      <span class="numeric">{words}</span>
      <input
        type="range"
        min={0}
        max={Math.max(1, last)}
        step={change === 'cards' ? generationsPerRound : 1}
        value={from}
        aria-label={t('whatif.when')}
        aria-valuetext={words}
        onInput={({ currentTarget }) => onMove(currentTarget.valueAsNumber)}
      />
      <span class="moment-rounds" aria-hidden="true">
        {opens.map((at) => (
          <i key={at} style={{ insetInlineStart: `${(at / Math.max(1, last)) * 100}%` }} />
        ))}
      </span>
      <span class="moment-ends quiet" aria-hidden="true">
        <span>{t('whatif.stays')}</span>
        <span>{t('whatif.anew')}</span>
      </span>
    </label>
  );
}
