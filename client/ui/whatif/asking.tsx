import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { type BranchSource, startBranch } from '../../session/branch-source.ts';
import { readMoment } from '../../session/moment-link.ts';
import { cardsLaid, momentFor, planOf, type Question } from '../../session/question.ts';
import { startTapes, type TapesSource } from '../../session/tapes-source.ts';
import { playInWorker, playTapesInWorkers } from '../../worker/branch-desk.ts';
import { Comparison } from './comparison.tsx';
import { QuestionForm } from './question-form.tsx';
import { TapesView } from './tapes-view.tsx';
import type { Parent } from './whatif-page.tsx';
import { changeTitle, momentWords } from './words.ts';

const TAPES = 20;

/** `tapes`: those of which the branch is one, to go back to. */
type Answer =
  | { readonly kind: 'branch'; readonly source: BranchSource; readonly tapes: TapesSource | null }
  | { readonly kind: 'tapes'; readonly source: TapesSource };

const secret = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

function end(answer: Answer | null): void {
  answer?.source.stop();
  if (answer?.kind === 'branch') answer.tapes?.stop();
}

/** The question, and then its answer. */
export function Asking({ parent }: { readonly parent: Parent }) {
  const { recording, timeline, bytes } = parent;
  const { settings } = recording;
  const [question, setQuestion] = useState<Question>(() => firstQuestion(parent));
  const [answer, setAnswer] = useState<Answer | null>(null);

  const title = useRef<HTMLHeadingElement>(null);
  const latest = useRef(answer);
  latest.current = answer;
  // None of it goes on when the page is left.
  useEffect(() => () => end(latest.current), []);

  const show = (next: Answer | null): void => {
    setAnswer(next);
    // What was pressed is gone: who cannot see that begins anew at the title.
    title.current?.focus();
  };
  const compare = (plan: BranchSource['plan'], tapes: TapesSource | null): void =>
    show({ kind: 'branch', source: startBranch({ timeline, bytes, plan, play: playInWorker }), tapes });
  const run = (): void => {
    if (question.change !== 'tapes') {
      compare(planOf(question, settings, secret()), null);
      return;
    }
    const secrets = Array.from({ length: TAPES }, secret);
    show({
      kind: 'tapes',
      source: startTapes({ timeline, bytes, from: question.from, secrets, play: playTapesInWorkers }),
    });
  };
  const tapes = answer?.kind === 'branch' ? answer.tapes : null;
  const goBack = (): void => {
    answer?.source.stop();
    show(tapes ? { kind: 'tapes', source: tapes } : null);
  };

  return (
    <div class="whatif" data-state={answer?.kind ?? 'asking'}>
      <div class="whatif-head">
        <div>
          <h1 ref={title} tabIndex={-1}>
            {answer ? t('whatif.instead', { change: changeTitle(question.change) }) : t('whatif.title')}
          </h1>
          <p class="quiet">
            {founderName(settings.founder)} ·{' '}
            {answer
              ? t('whatif.since', { moment: momentWords(settings, question.from) })
              : t('replays.line', { habitats: settings.habitats, rounds: settings.rounds })}
          </p>
        </div>
        <div class="actions">
          {answer ? (
            <button type="button" class="button" onClick={goBack}>
              {t(tapes ? 'whatif.toTapes' : 'whatif.again')}
            </button>
          ) : null}
          <a class="button" href={`${parent.replay}#g=${question.from + 1}`}>
            {t('whatif.back')}
          </a>
        </div>
      </div>
      {answer === null ? (
        <QuestionForm
          recording={recording}
          question={question}
          onChange={(next) => {
            setQuestion(next);
            history.replaceState(history.state, '', `#g=${next.from + 1}`);
          }}
          onRun={run}
        />
      ) : null}
      {answer?.kind === 'branch' ? (
        <Comparison
          key={answer.source}
          parent={parent}
          source={answer.source}
          change={question.change}
          opensAt={question.habitat}
        />
      ) : null}
      {answer?.kind === 'tapes' ? (
        <TapesView
          parent={parent}
          source={answer.source}
          onWatch={(tape) => compare(planOf(question, settings, tape.secret), answer.source)}
        />
      ) : null}
    </div>
  );
}

/** The moment of the address; else the middle of the match, from where there is something to change and something to follow. */
function firstQuestion({ recording, timeline }: Parent): Question {
  const { position, habitat } = readMoment(location.hash);
  const wanted = position === null ? Math.floor(timeline.generations / 2) : Math.floor(position);
  const home = habitat !== null && habitat < recording.settings.habitats ? habitat : 0;
  const from = momentFor(recording, 'development', wanted);
  return { change: 'development', from, habitat: home, cards: cardsLaid(recording, from, home) };
}
