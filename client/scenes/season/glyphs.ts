/** Agents' drawings as textures, each made when first needed and kept. */
import type * as Phaser from 'phaser';
import type { Agent } from '../../art/agents.ts';

const GLYPH = 64;
/** Pixels round a drawing, for its edge. */
const EDGE = 8;
const PAPER = 'rgb(253 249 240 / 0.9)';

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

/** The canvas texture of that name, drawn by `draw` if it is new. */
export function drawnTexture(
  scene: Phaser.Scene,
  name: string,
  side: number,
  draw: (brush: CanvasRenderingContext2D) => void,
): string {
  if (scene.textures.exists(name)) return name;
  const texture = scene.textures.createCanvas(name, side, side);
  if (!texture) return name;
  draw(texture.context);
  texture.refresh();
  return name;
}

/**
 * An agent in its own colour, edged with paper so that it is seen on any ground. `seal`: as a mark that stays, on a disc of paper;
 * `map`: as it is seen on the map, where it has a body of its own there.
 */
export function glyphTexture(scene: Phaser.Scene, key: string, agent: Agent, manner: 'seal' | 'map'): string {
  const sealed = manner === 'seal';
  return drawnTexture(scene, `${manner}-${key}`, GLYPH + 2 * EDGE, (brush) => {
    const middle = GLYPH / 2 + EDGE;
    const drawing = new Path2D(sealed ? agent.path : (agent.body ?? agent.path));
    if (sealed) {
      brush.fillStyle = PAPER;
      brush.beginPath();
      brush.arc(middle, middle, middle - 1, 0, 7);
      brush.fill();
    }
    const shrink = sealed ? 0.68 : 1;
    brush.translate(middle, middle);
    brush.scale(shrink, shrink);
    brush.translate(-GLYPH / 2, -GLYPH / 2);
    brush.lineJoin = 'round';
    brush.lineWidth = sealed ? 5 : 3.2;
    brush.strokeStyle = PAPER;
    brush.stroke(drawing);
    brush.fillStyle = css(sealed ? agent.mark : agent.tint);
    brush.fill(drawing, 'evenodd');
  });
}
