/** The one Phaser game of the page, behind a plain interface: panels and pages never see Phaser. */
import * as Phaser from 'phaser';
import type { StageOptions, StageWorld } from './stage-view-model.ts';
import { WorldScene } from './world-scene.ts';

export interface Stage {
  show(world: StageWorld): void;
  /** Goes to a habitat, or with null to the whole map. */
  goTo(habitat: number | null): void;
  /** The habitat that the own-habitat key and button go to; -1 for none. */
  setOwn(habitat: number): void;
  setSelected(key: number | null): void;
  /** Rings about these creatures too, by their keys. */
  setPointedOut(keys: readonly number[]): void;
  close(): void;
}

/** Whether this machine can draw the stage at all. */
export function canDraw(): boolean {
  const probe = document.createElement('canvas');
  const context = probe.getContext('webgl2') ?? probe.getContext('webgl');
  const can = context !== null;
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return can;
}

/** Pixels a CSS pixel: more than 2 costs much and shows little; less than this is a blur. */
const SHARPEST = 2;
const BLURRIEST = 0.8;
/** A frame that takes longer than this, on average over so many, asks for fewer pixels. */
const SLOW_FRAME_MS = 55;
const FRAMES_JUDGED = 45;

/** Opens the stage within `parent`, which it fills and follows. On a slow machine it draws fewer pixels, not fewer creatures. */
export function openStage(options: StageOptions): Stage {
  const { parent } = options;
  const scene = new WorldScene(options);
  let sharpness = Math.min(SHARPEST, devicePixelRatio || 1);
  let frames = 0;
  let spentMs = 0;
  const game = new Phaser.Game({
    type: Phaser.WEBGL,
    parent,
    width: Math.max(1, parent.clientWidth * sharpness),
    height: Math.max(1, parent.clientHeight * sharpness),
    scale: { mode: Phaser.Scale.NONE },
    backgroundColor: getComputedStyle(parent).backgroundColor,
    banner: false,
    audio: { noAudio: true },
    // Gestures are listened to on the element itself (gestures.ts), so that typing elsewhere is never caught.
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    // One texture a batch: Phaser chooses among several by comparing an interpolated number for equality, which not every
    // machine's arithmetic survives (creatures came out in slices). All creatures are in one texture, so little is lost.
    // Pictures have soft edges of their own: smoothing those of their frames too made every frame four times as dear.
    render: { antialias: true, antialiasGL: false, powerPreference: 'default', maxTextures: 1 },
    disableContextMenu: false,
    autoFocus: false,
    scene,
  });

  function resize(): void {
    const [width, height] = [parent.clientWidth, parent.clientHeight];
    if (width === 0 || height === 0) return;
    game.scale.resize(Math.round(width * sharpness), Math.round(height * sharpness));
    scene.resized(width, height, sharpness);
  }
  function judge(_time: number, delta: number): void {
    spentMs += delta;
    if (++frames < FRAMES_JUDGED) return;
    if (spentMs / frames > SLOW_FRAME_MS && sharpness > BLURRIEST) {
      sharpness = Math.max(BLURRIEST, sharpness * 0.8);
      resize();
    }
    frames = 0;
    spentMs = 0;
  }
  const follow = new ResizeObserver(resize);
  game.events.once(Phaser.Core.Events.READY, () => {
    follow.observe(parent);
    if (!options.steady) game.events.on(Phaser.Core.Events.POST_STEP, judge);
  });
  return {
    show: (world) => scene.show(world),
    goTo: (habitat) => scene.goTo(habitat),
    setOwn: (habitat) => scene.setOwn(habitat),
    setSelected: (key) => scene.setSelected(key),
    setPointedOut: (keys) => scene.setPointedOut(keys),
    close() {
      follow.disconnect();
      scene.leave();
      game.destroy(true);
    },
  };
}
