interface Props {
  readonly people: number;
  readonly bots: number;
  readonly seats: number;
}

/** More than these say no more than the words beside them. */
const MOST_PIPS = 16;

/** The seats of a room as a row of signs: a person, a bot, nobody. The words beside them say the same. */
export function SeatPips({ people, bots, seats }: Props) {
  if (seats > MOST_PIPS) return null;
  const kindOf = (at: number): string => (at < people ? 'person' : at < people + bots ? 'bot' : 'free');
  return (
    <span class="pips-row" aria-hidden="true">
      {Array.from({ length: seats }, (_, at) => (
        <i key={at} class={kindOf(at)} />
      ))}
    </span>
  );
}
