/** Mouse, touch and keys on the stage, as pans, zooms and taps. */

export interface GestureTarget {
  /** Moves the picture by so many CSS pixels. */
  pan(dx: number, dy: number): void;
  zoom(x: number, y: number, factor: number): void;
  tap(x: number, y: number): void;
  /** A key that asks for the whole map, or for one's own habitat. */
  key(wish: 'world' | 'own'): void;
}

/** A finger or mouse that moved less than this was a tap. */
const TAP_SLOP = 9;
const KEY_PAN = 70;
const KEY_ZOOM = 1.25;

const KEYS: Readonly<Record<string, (target: GestureTarget, width: number, height: number) => void>> = {
  ArrowLeft: (target) => target.pan(KEY_PAN, 0),
  ArrowRight: (target) => target.pan(-KEY_PAN, 0),
  ArrowUp: (target) => target.pan(0, KEY_PAN),
  ArrowDown: (target) => target.pan(0, -KEY_PAN),
  '+': (target, width, height) => target.zoom(width / 2, height / 2, KEY_ZOOM),
  '=': (target, width, height) => target.zoom(width / 2, height / 2, KEY_ZOOM),
  '-': (target, width, height) => target.zoom(width / 2, height / 2, 1 / KEY_ZOOM),
  '0': (target) => target.key('world'),
  h: (target) => target.key('own'),
};

/** Listens on an element that can have the focus. Returns the way to stop. */
export function listenToGestures(element: HTMLElement, target: GestureTarget): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const stop = new AbortController();
  const options = { signal: stop.signal };

  const place = (event: MouseEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = (): { x: number; y: number; apart: number } => {
    const [one, other] = [...pointers.values()];
    if (!one) return { x: 0, y: 0, apart: 0 };
    if (!other) return { ...one, apart: 0 };
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, apart: Math.hypot(one.x - other.x, one.y - other.y) };
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) travelled = 0;
      pointers.set(event.pointerId, place(event));
      element.setPointerCapture(event.pointerId);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = spread();
      pointers.set(event.pointerId, place(event));
      const after = spread();
      travelled += Math.hypot(after.x - before.x, after.y - before.y) + Math.abs(after.apart - before.apart);
      if (travelled < TAP_SLOP) return;
      target.pan(after.x - before.x, after.y - before.y);
      if (before.apart > 0 && after.apart > 0) target.zoom(after.x, after.y, after.apart / before.apart);
    },
    options,
  );
  const lift = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && pointers.size === 0 && travelled < TAP_SLOP) {
      const { x, y } = place(event);
      target.tap(x, y);
    }
  };
  element.addEventListener('pointerup', lift, options);
  element.addEventListener('pointercancel', lift, options);
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = place(event);
      target.zoom(x, y, Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * 0.0022));
    },
    { ...options, passive: false },
  );
  element.addEventListener(
    'keydown',
    (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      act(target, element.clientWidth, element.clientHeight);
    },
    options,
  );
  return () => stop.abort();
}
