/** The least that Phaser can do for so many sprites: what the stage's frame rate is measured against. No page shows it. */
import * as Phaser from 'phaser';

export interface BareOptions {
  readonly parent: HTMLElement;
  readonly sprites: number;
  /** CSS pixels of one sprite's side. */
  readonly side: number;
}

const TEXTURE = 'disc';
const TEXTURE_SIDE = 64;

/** RGBA pixels of a dark disc. */
function disc(): Uint8Array {
  const pixels = new Uint8Array(TEXTURE_SIDE * TEXTURE_SIDE * 4);
  for (let at = 0; at < TEXTURE_SIDE * TEXTURE_SIDE; at++) {
    const [x, y] = [(at % TEXTURE_SIDE) - TEXTURE_SIDE / 2, Math.floor(at / TEXTURE_SIDE) - TEXTURE_SIDE / 2];
    if (Math.hypot(x, y) < TEXTURE_SIDE / 2) pixels.set([80, 60, 40, 255], at * 4);
  }
  return pixels;
}

class BareScene extends Phaser.Scene {
  readonly #options: BareOptions;

  constructor(options: BareOptions) {
    super('bare');
    this.#options = options;
  }

  create(): void {
    const { sprites, side } = this.#options;
    const { width, height } = this.scale;
    const texture = this.textures.addUint8Array(TEXTURE, disc(), TEXTURE_SIDE, TEXTURE_SIDE);
    if (!texture) return;
    texture.setFilter(Phaser.Textures.FilterMode.LINEAR);
    const across = Math.ceil(Math.sqrt((sprites * width) / height));
    const down = Math.ceil(sprites / across);
    for (let at = 0; at < sprites; at++) {
      const x = ((at % across) + 0.5) * (width / across);
      const y = (Math.floor(at / across) + 0.5) * (height / down);
      this.add.sprite(x, y, TEXTURE).setDisplaySize(side, side);
    }
  }
}

/** Opens a scene of `sprites` sprites of one texture, which stand still. It draws as many pixels as `parent` has. */
export function openBare(options: BareOptions): void {
  const { parent } = options;
  new Phaser.Game({
    type: Phaser.WEBGL,
    parent,
    width: parent.clientWidth,
    height: parent.clientHeight,
    scale: { mode: Phaser.Scale.NONE },
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    // As the stage itself has it (stage.ts): what is compared is what is drawn, not how the drawing is set up.
    render: { antialias: true, antialiasGL: false, maxTextures: 1 },
    scene: new BareScene(options),
  });
}
