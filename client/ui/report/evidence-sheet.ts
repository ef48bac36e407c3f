/** Everything that a class left, as one table to take away: a row for each answer, prediction and card. */
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { allAsked } from '../../../shared/lessons/questions.ts';
import type { Report, ReportBet } from '../../../shared/protocol/report.ts';
import { CARD_IDS } from '../../../shared/sim/cards.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName } from '../../i18n/model-words.ts';
import { isRight, nameOf, namesAt } from '../../session/evidence.ts';
import type { Sheet } from '../../session/sheet.ts';

const COLUMNS = ['kind', 'names', 'team', 'habitat', 'place', 'asked', 'answer', 'words', 'result', 'time'] as const;

/** `lesson`: null for a class without one, or with one that this version does not know. */
export function evidenceSheet(report: Report, lesson: Lesson | null): Sheet {
  return {
    headers: COLUMNS.map((column) => t(`report.column.${column}`)),
    rows: [...answerRows(report, lesson), ...betRows(report), ...cardRows(report)],
  };
}

type Row = Sheet['rows'][number];

function answerRows({ people, answers }: Report, lesson: Lesson | null): Row[] {
  const asked = new Map(lesson ? allAsked(lesson).map((each) => [each.asked.id, each.asked]) : []);
  return answers.map(({ person, step, question, choice, text, at }) => {
    const who = people.find(({ id }) => id === person);
    const what = asked.get(question);
    const right = what ? isRight(what, choice) : null;
    return [
      t(lesson?.steps[step]?.kind === 'ticket' ? 'report.kind.ticket' : 'report.kind.answer'),
      who ? nameOf(who) : person,
      who && who.team > 0 ? who.team : '',
      who && who.seat >= 0 ? who.seat + 1 : '',
      step + 1,
      what?.text ?? question,
      what?.choice?.options.find(({ id }) => id === choice)?.text ?? choice ?? '',
      text ?? '',
      right === null ? '' : t(right ? 'report.right' : 'report.other'),
      new Date(at).toISOString(),
    ];
  });
}

const betRows = (report: Report): Row[] =>
  report.predictions.map(({ seat, round, prediction, points }) => [
    ...[t('report.kind.prediction'), namesAt(report, seat), '', seat + 1, round + 1],
    ...[t(`question.${prediction.kind}.name`), betWords(prediction), '', points ?? '', ''],
  ]);

const cardRows = (report: Report): Row[] =>
  report.choices
    // Bots lay cards too, and nobody learns from theirs.
    .filter(({ seat }) => namesAt(report, seat) !== '')
    .map(({ seat, round, card, level }) => [
      ...[t('report.kind.card'), namesAt(report, seat), '', seat + 1, round + 1, cardWord(card)],
      ...[t('report.level', { level }), '', '', ''],
    ]);

/** The name of a card; its id where this version does not know it. */
export const cardWord = (card: string): string => {
  const known = CARD_IDS.find((id) => id === card);
  return known ? cardName(known) : card;
};

/** A prediction in a few words. */
export function betWords(bet: ReportBet): string {
  switch (bet.kind) {
    case 'twins':
      return t('report.bet.twins', { creatures: bet.same.map((at) => at + 1).join(', ') });
    case 'divergence':
      return t('report.bet.divergence', { low: bet.low, high: bet.high });
    case 'histogram':
      return t('report.bet.histogram', { chips: bet.chips.join(' · ') });
    case 'sculptor':
      return t('report.bet.sculptor', { chips: bet.chips.join(' · ') });
  }
}
