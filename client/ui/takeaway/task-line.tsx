import { useEffect, useRef } from 'preact/hooks';
import { number, t } from '../../i18n/i18n.ts';
import type { Task, TaskState } from './use-task.ts';

/** How far the work is, with the way to stop it; then what came of it. */
export function TaskLine({ task: { state, cancel } }: { readonly task: Task }) {
  const line = useRef<HTMLDivElement>(null);
  const running = state.kind === 'running';
  const stopping = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone: whoever goes by keys shall not be sent back to the top of the page.
    if (!running && stopping.current) line.current?.focus();
    stopping.current = false;
  }, [running]);
  return (
    <div ref={line} class="task-line" tabIndex={-1} data-state={state.kind}>
      {running ? (
        <>
          <label class="measuring">
            <span>{state.doing}</span>
            <progress max={1} value={state.share} />
          </label>
          <button
            type="button"
            class="button small"
            onClick={() => {
              stopping.current = true;
              cancel();
            }}
          >
            {t('takeaway.cancel')}
          </button>
        </>
      ) : null}
      <p role="status" class={state.kind === 'failed' ? 'wrong' : 'quiet'}>
        {outcomeWords(state)}
      </p>
    </div>
  );
}

const outcomeWords = (state: TaskState): string => {
  switch (state.kind) {
    case 'saved':
      return t('takeaway.saved', { file: state.file, size: number(Math.max(1, Math.round(state.bytes / 1000))) });
    case 'cancelled':
      return t('takeaway.cancelled');
    case 'failed':
      return t('takeaway.wrong', { reason: state.reason });
    default:
      return '';
  }
};
