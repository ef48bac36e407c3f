/** The way into a public room begins at the press of the button, while the screen of a match is still being loaded. */
import { language } from '../../i18n/i18n.ts';
import { findSeat, type Trouble } from '../../net/api.ts';
import type { LiveSource } from '../../net/live-source.ts';

/** On the way into a room; or why there is none. */
export type Coming = { readonly ok: true; readonly source: LiveSource } | Trouble;

const loadLine = () => import('../../net/live-source.ts');
export const loadScreen = () => import('../match/live-screen.tsx');

/** Whoever comes near the button will want the match: its scripts set out before the press. Without them the press loads them. */
export function warmUp(): void {
  for (const load of [loadLine, loadScreen]) load().catch(() => undefined);
}

let asked: Promise<Coming> | null = null;

export function askForSeat(): void {
  asked = come();
  // Whoever takes it up hears of its failure.
  asked.catch(() => undefined);
}

/** What the press has asked for, once; after that, asked anew. Rejects where the page's own scripts do not come. */
export function seatAskedFor(): Promise<Coming> {
  const coming = asked ?? come();
  asked = null;
  return coming;
}

async function come(): Promise<Coming> {
  // First of all: what is loaded meanwhile would stand before it in the line.
  const finding = findSeat(language.peek());
  warmUp();
  const found = await finding;
  if (!found.ok) return found;
  const { createLiveSource } = await loadLine();
  return { ok: true, source: createLiveSource({ kind: 'join', roomId: found.value, ready: true }) };
}
