/**
 * Creatures' pictures in few large textures that live as long as the game: a picture takes a slot and gives it back, and only
 * its own pixels go to the graphics card.
 */
import * as Phaser from 'phaser';
import type { Picture } from '../../shared/paint/paint.ts';

export interface Slot {
  readonly texture: Phaser.Textures.Texture;
  readonly frame: string;
}

export interface Atlas {
  /** Puts a picture of the atlas' own size into a free slot; null when there is none. */
  put(picture: Picture): Slot | null;
  free(slot: Slot): void;
}

/** Every WebGL machine has textures of this size. */
const PAGE = 2048;

/** `side`: pixels of one picture; `pages`: at most so many textures. Pages are made when first needed. */
export function createAtlas(game: Phaser.Game, name: string, side: number, pages: number): Atlas {
  const across = PAGE / side;
  const free: Slot[] = [];
  let made = 0;

  function addPage(): void {
    const texture = game.textures.addUint8Array(`${name}${made}`, new Uint8Array(PAGE * PAGE * 4), PAGE, PAGE);
    if (!texture) return;
    made++;
    texture.setFilter(Phaser.Textures.FilterMode.LINEAR);
    for (let at = across * across - 1; at >= 0; at--) {
      const frame = String(at);
      texture.add(frame, 0, (at % across) * side, Math.floor(at / across) * side, side, side);
      free.push({ texture, frame });
    }
  }

  return {
    put(picture) {
      if (free.length === 0 && made < pages) addPage();
      const slot = free.pop();
      if (!slot) return null;
      const at = Number(slot.frame);
      upload(game, slot.texture, (at % across) * side, Math.floor(at / across) * side, picture);
      return slot;
    },
    free(slot) {
      free.push(slot);
    },
  };
}

/** Copies a picture's pixels into a part of a texture. */
function upload(game: Phaser.Game, texture: Phaser.Textures.Texture, x: number, y: number, picture: Picture): void {
  const wrapper = texture.source[0]?.glTexture;
  if (!(game.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer) || !wrapper) return;
  const { gl, glTextureUnits, glWrapper } = game.renderer;
  glTextureUnits.bind(wrapper, 0);
  // Phaser's textures stand on their heads: rows go in from below, and a part's place is counted from there too.
  glWrapper.updateTexturing({ texturing: { flipY: true, premultiplyAlpha: true } });
  gl.texSubImage2D(
    gl.TEXTURE_2D,
    0,
    x,
    PAGE - y - picture.height,
    picture.width,
    picture.height,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    new Uint8Array(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength),
  );
}
