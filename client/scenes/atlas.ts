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
  /** Hands what was put in since the last time to the graphics card; called once a frame. */
  flush(): void;
}

export interface AtlasPlan {
  readonly name: string;
  /** Pixels along a side of one picture. */
  readonly side: number;
  /** Pixels of each texture; machines with WebGL have 4,096 at least. */
  readonly width: number;
  readonly height: number;
  /** At most so many textures, each made when first needed. One is best: every change of texture costs a draw call. */
  readonly pages: number;
  /** Keeps a copy of its textures here, and hands over whole rows of pictures: for very many that are very small. */
  readonly inRows?: boolean;
}

/** A texture's pixels here, and which rows of pictures have changed. */
interface Copy {
  readonly pixels: Uint8Array;
  readonly changed: Set<number>;
}

export function createAtlas(game: Phaser.Game, { name, side, width, height, pages, inRows }: AtlasPlan): Atlas {
  const across = width / side;
  const slots = across * (height / side);
  const free: Slot[] = [];
  const copies = new Map<Phaser.Textures.Texture, Copy>();
  let made = 0;

  function addPage(): void {
    const pixels = new Uint8Array(width * height * 4);
    const texture = game.textures.addUint8Array(`${name}${made}`, pixels, width, height);
    if (!texture) return;
    made++;
    if (inRows) copies.set(texture, { pixels, changed: new Set() });
    texture.setFilter(Phaser.Textures.FilterMode.LINEAR);
    for (let at = slots - 1; at >= 0; at--) {
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
      const [x, row] = [(at % across) * side, Math.floor(at / across)];
      const copy = copies.get(slot.texture);
      if (copy) {
        lay(picture, copy.pixels, x, row * side, width);
        copy.changed.add(row);
      } else upload(game, slot.texture, x, height - (row + 1) * side, picture);
      return slot;
    },
    free(slot) {
      free.push(slot);
    },
    flush() {
      for (const [texture, { pixels, changed }] of copies) {
        for (const row of changed) {
          const data = pixels.subarray(row * side * width * 4, (row + 1) * side * width * 4);
          upload(game, texture, 0, height - (row + 1) * side, { width, height: side, data });
        }
        changed.clear();
      }
    },
  };
}

/** Copies a picture's pixels to (x, y) of pixels that are `width` wide. */
function lay(picture: Picture, onto: Uint8Array, x: number, y: number, width: number): void {
  const line = picture.width * 4;
  for (let row = 0; row < picture.height; row++) {
    onto.set(picture.data.subarray(row * line, (row + 1) * line), ((y + row) * width + x) * 4);
  }
}

/** Copies a picture's pixels into a texture; `up` counts from its lower edge. */
function upload(
  game: Phaser.Game,
  texture: Phaser.Textures.Texture,
  x: number,
  up: number,
  picture: Pick<Picture, 'width' | 'height'> & { readonly data: Uint8Array | Uint8ClampedArray },
): void {
  const wrapper = texture.source[0]?.glTexture;
  if (!(game.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer) || !wrapper) return;
  const { gl, glTextureUnits, glWrapper } = game.renderer;
  glTextureUnits.bind(wrapper, 0);
  // Phaser's textures stand on their heads: rows go in from below.
  glWrapper.updateTexturing({ texturing: { flipY: true, premultiplyAlpha: true } });
  gl.texSubImage2D(
    gl.TEXTURE_2D,
    0,
    x,
    up,
    picture.width,
    picture.height,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    new Uint8Array(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength),
  );
}
