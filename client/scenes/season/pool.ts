/** Images that are taken and given back, so that a season makes no garbage. */
import type * as Phaser from 'phaser';

export interface Pool {
  take(texture: string, depth: number): Phaser.GameObjects.Image;
  give(image: Phaser.GameObjects.Image): void;
}

export function createPool(scene: Phaser.Scene): Pool {
  const spare: Phaser.GameObjects.Image[] = [];
  return {
    take(texture, depth) {
      const image = spare.pop() ?? scene.add.image(0, 0, texture);
      image.setTexture(texture).setVisible(true).setDepth(depth).setRotation(0).setAlpha(1).setScale(1);
      return image.setOrigin(0.5, 0.5).clearTint();
    },
    give(image) {
      spare.push(image.setVisible(false));
    },
  };
}
