/** A seat is asked for at the press of the button, while the scripts of a match are still on their way. */
import { language } from '../../i18n/i18n.ts';
import { type Fetched, findSeat } from '../../net/api.ts';

let asked: Promise<Fetched<string>> | null = null;

export function askForSeat(): void {
  asked = findSeat(language.peek());
}

/** What the press has asked for, once; after that, asked anew. */
export function seatAskedFor(): Promise<Fetched<string>> {
  const answer = asked ?? findSeat(language.peek());
  asked = null;
  return answer;
}
