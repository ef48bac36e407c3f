import '../../../styles/predict.css';
import { useEffect, useState } from 'preact/hooks';
import type { Prediction, Question } from '../../../../shared/sim/questions/question.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import { questionFormula, questionRule } from '../../../i18n/question-words.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import type { Coach } from '../../learn/coach.ts';
import { Sign } from '../../parts/sign.tsx';
import { isWhole, questionWords, START_SPAN } from './answer.ts';
import { DivergenceBet } from './divergence-bet.tsx';
import { HistogramBet } from './histogram-bet.tsx';
import { SculptorBet } from './sculptor-bet.tsx';
import { TwinsBet } from './twins-bet.tsx';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly coach: Coach;
}

/** The round's question, and one's own answer to it. */
export function PredictPanel({ model, world, coach }: Props) {
  const { question, round } = model.source.own.value;
  if (model.source.seat.value < 0) return <p class="quiet">{t('predict.watching')}</p>;
  if (!question) return <p class="quiet">{t('predict.none')}</p>;
  return <Ask key={round} model={model} world={world} coach={coach} question={question} round={round} />;
}

interface AskProps extends Props {
  readonly question: Question;
  readonly round: number;
}

function Ask({ model, world, coach, question, round }: AskProps) {
  const { source } = model;
  const kept = source.own.value.prediction;
  const [draft, setDraft] = useState<Prediction | null>(kept);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const answer = draft ?? kept ?? (question.kind === 'divergence' ? START_SPAN : null);
  const same = kept !== null && JSON.stringify(kept) === JSON.stringify(answer);
  useEffect(() => {
    coach.guessing.value = draft !== null;
    return () => {
      coach.guessing.value = false;
    };
  }, [coach, draft]);

  const send = async (): Promise<void> => {
    if (!answer) return;
    setBusy(true);
    const told = await source.send({ kind: 'predict', round, prediction: answer });
    setBusy(false);
    setRefusal(told.ok ? '' : (told.error ?? t('predict.refused')));
  };
  const { key, values } = questionWords(question, world);
  return (
    <div class="predict" data-question={question.kind} data-answered={kept !== null}>
      <h3>{t(key, values)}</h3>
      <Picture model={model} world={world} question={question} answer={answer} onChange={setDraft} />
      <details>
        <summary>{t('briefs.formula')}</summary>
        <p>{questionRule(question.kind)}</p>
        <p class="formula">{questionFormula(question.kind)}</p>
      </details>
      <div class="predict-foot">
        <p class="predict-state" aria-live="polite">
          {refusal ? <span class="refusal">{refusal}</span> : null}
          {!refusal && kept ? <Waiting model={model} /> : null}
        </p>
        <button
          type="button"
          class="button primary"
          disabled={busy || !isWhole(question, answer) || same}
          onClick={() => void send()}
        >
          {t(same ? 'predict.sent' : kept ? 'predict.change' : 'predict.send')}
        </button>
        {kept ? null : (
          <button type="button" class="button" onClick={() => void source.send({ kind: 'ready', ready: true })}>
            {t('predict.skip')}
          </button>
        )}
      </div>
    </div>
  );
}

interface PictureProps {
  readonly model: MatchModel;
  readonly world: World;
  readonly question: Question;
  readonly answer: Prediction | null;
  readonly onChange: (answer: Prediction) => void;
}

function Picture({ model, world, question, answer, onChange }: PictureProps) {
  switch (question.kind) {
    case 'histogram':
      return (
        <HistogramBet
          model={model}
          question={question}
          answer={answer?.kind === 'histogram' ? answer : null}
          onChange={onChange}
        />
      );
    case 'twins':
      return <TwinsBet question={question} answer={answer?.kind === 'twins' ? answer : null} onChange={onChange} />;
    case 'divergence':
      return <DivergenceBet answer={answer?.kind === 'divergence' ? answer : START_SPAN} onChange={onChange} />;
    case 'sculptor':
      return (
        <SculptorBet
          model={model}
          world={world}
          question={question}
          answer={answer?.kind === 'sculptor' ? answer : null}
          onChange={onChange}
        />
      );
  }
}

/** "Answered. Waiting for 3 others." */
function Waiting({ model }: { readonly model: MatchModel }) {
  const own = model.source.seat.value;
  const waiting = model.source.table.value.stewards.filter(
    ({ seat, bot, connected, answered, ready }) => seat !== own && bot === '' && connected && !answered && !ready,
  ).length;
  return (
    <>
      <Sign name="tick" /> {waiting > 0 ? t('predict.waiting', { count: waiting }) : t('predict.answered')}
    </>
  );
}
