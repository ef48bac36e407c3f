import type { Report } from '../../../shared/protocol/report.ts';
import { t } from '../../i18n/i18n.ts';
import { namesAt } from '../../session/evidence.ts';
import { betWords, cardWord } from './evidence-sheet.ts';

/** What people guessed and laid in the match, habitat by habitat; bots are left out. */
export function Played({ report }: { readonly report: Report }) {
  const seats = [...new Set(report.people.filter(({ removed }) => !removed).map(({ seat }) => seat))]
    .filter((seat) => seat >= 0)
    .sort((a, b) => a - b);
  const rounds = [...new Set([...report.predictions, ...report.choices].map(({ round }) => round))].sort(
    (a, b) => a - b,
  );
  if (rounds.length === 0) return null;
  return (
    <section class="report-played">
      <h2>{t('report.playedTitle')}</h2>
      <div class="report-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.column.names')}</th>
              <th scope="col">{t('report.column.round')}</th>
              <th scope="col">{t('report.kind.prediction')}</th>
              <th scope="col">{t('report.cards')}</th>
            </tr>
          </thead>
          <tbody>
            {seats.flatMap((seat) =>
              rounds.map((round) => <Round key={`${seat} ${round}`} report={report} seat={seat} round={round} />),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Round({ report, seat, round }: { readonly report: Report; readonly seat: number; readonly round: number }) {
  const bet = report.predictions.find((each) => each.seat === seat && each.round === round);
  const cards = report.choices.filter((each) => each.seat === seat && each.round === round);
  return (
    <tr>
      <th scope="row">{namesAt(report, seat)}</th>
      <td class="numeric">{round + 1}</td>
      <td>
        {bet ? betWords(bet.prediction) : '–'}
        {bet?.points == null ? null : <b> {t('report.points', { points: bet.points })}</b>}
      </td>
      <td>
        {cards.length === 0
          ? '–'
          : cards.map(({ card, level }) => t('report.card', { card: cardWord(card), level })).join(', ')}
      </td>
    </tr>
  );
}
