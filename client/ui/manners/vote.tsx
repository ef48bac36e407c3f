import { t } from '../../i18n/i18n.ts';
import { Refusal } from './refusal.tsx';
import type { AboutSteward } from './steward-sheet.tsx';
import { useAsking } from './use-asking.ts';

/** Whether somebody shall leave the room: how many want it, of how many that it takes, and one's own vote. */
export function Vote({ manners, steward, name }: AboutSteward) {
  const { refusal, ask } = useAsking();
  const { seat, votes = 0, needed = 0 } = steward;
  const voted = manners.turnedFrom.value.voted.some((mark) => mark.seat === seat);
  return (
    <section class="vote" aria-label={t('manners.vote.title')}>
      <h3>{t('manners.vote.title')}</h3>
      <p>{t('manners.vote.text', { name, count: needed })}</p>
      <p class="vote-count" role="status">
        <Tally votes={votes} needed={needed} />
        {t('manners.vote.count', { votes, needed })}
      </p>
      <button
        type="button"
        class="button small"
        aria-pressed={voted}
        onClick={() => void ask(() => manners.vote(seat, !voted))}
      >
        {t(voted ? 'manners.vote.takeBack' : 'manners.vote.give', { name })}
      </button>
      <Refusal sentence={refusal} />
    </section>
  );
}

/** A box for each vote that it takes, filled where one was given. */
function Tally({ votes, needed }: { readonly votes: number; readonly needed: number }) {
  return (
    <span class="tally-boxes" aria-hidden="true">
      {Array.from({ length: needed }, (_, at) => (
        <i key={at} class={at < votes ? 'given' : ''} />
      ))}
    </span>
  );
}
