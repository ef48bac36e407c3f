/** What part of the map is seen, and the arithmetic of moving it. Plain data and functions. */
import type { Bounds, Place } from './layout.ts';

export interface View {
  /** World point in the middle of the stage. */
  x: number;
  y: number;
  /** CSS pixels a world unit. */
  zoom: number;
}

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

export const CLOSEST = 3.2;

/** The view in which a box just fits, with `margin` CSS pixels around, but `above` at the top and `below` at the bottom. */
export function viewOf(box: Bounds, stage: StageSize, margin: number, above = margin, below = margin): View {
  const zoom = Math.min(
    CLOSEST,
    Math.max(40, stage.width - 2 * margin) / (box.right - box.left),
    Math.max(40, stage.height - below - above) / (box.bottom - box.top),
  );
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 - (above - below) / 2 / zoom, zoom };
}

/** From a point on the stage (CSS pixels from its left top) to the world. */
export const toWorld = (view: View, stage: StageSize, x: number, y: number): Place => ({
  x: view.x + (x - stage.width / 2) / view.zoom,
  y: view.y + (y - stage.height / 2) / view.zoom,
});

export const toStage = (view: View, stage: StageSize, at: Place): Place => ({
  x: (at.x - view.x) * view.zoom + stage.width / 2,
  y: (at.y - view.y) * view.zoom + stage.height / 2,
});

/** Zooms by `factor` about a point of the stage, which stays where it is. */
export function zoomAbout(view: View, stage: StageSize, x: number, y: number, factor: number, widest: number): View {
  const fixed = toWorld(view, stage, x, y);
  const zoom = Math.max(widest, Math.min(CLOSEST, view.zoom * factor));
  return { zoom, x: fixed.x - (x - stage.width / 2) / zoom, y: fixed.y - (y - stage.height / 2) / zoom };
}

/** The same view, kept to where there is something to see. */
export const keepWithin = (view: View, box: Bounds): View => ({
  zoom: view.zoom,
  x: Math.max(box.left, Math.min(box.right, view.x)),
  y: Math.max(box.top, Math.min(box.bottom, view.y)),
});

/** Moves `view` towards `goal`; true while there is still way to go. `seconds` since the last call. */
export function ease(view: View, goal: View, seconds: number): boolean {
  // Exponential: fast at first, and the same at any frame rate.
  const share = 1 - Math.exp(-seconds * 5);
  view.zoom *= (goal.zoom / view.zoom) ** share;
  view.x += (goal.x - view.x) * share;
  view.y += (goal.y - view.y) * share;
  const near =
    Math.abs(goal.zoom / view.zoom - 1) < 0.002 && Math.hypot(goal.x - view.x, goal.y - view.y) * view.zoom < 0.5;
  if (near) Object.assign(view, goal);
  return !near;
}
