import { afterEach, expect, test, vi } from 'vitest';
import { browserWakes } from '../../client/net/wakes.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a page has of its browser, as far as sleep is concerned. */
function stubPage() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const page = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  return { document, page };
}

test('a page looks when it is shown, thawed, taken from the memory of the way back, or has a network again', () => {
  const { document, page } = stubPage();
  let looks = 0;
  const stop = browserWakes(() => looks++);
  document.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('resume'));
  page.dispatchEvent(new Event('pageshow'));
  page.dispatchEvent(new Event('online'));
  expect(looks).toBe(4);
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks).toBe(4);
  // Thawed in the background, its connection is as old as in the foreground.
  document.dispatchEvent(new Event('resume'));
  expect(looks).toBe(5);
  stop();
  document.visibilityState = 'visible';
  for (const type of ['visibilitychange', 'resume']) document.dispatchEvent(new Event(type));
  for (const type of ['pageshow', 'online']) page.dispatchEvent(new Event(type));
  expect(looks).toBe(5);
});
