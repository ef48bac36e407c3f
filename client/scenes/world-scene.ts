/** The map with its habitats and their creatures. It draws what it is shown and tells what was tapped; it decides nothing. */
import * as Phaser from 'phaser';
import { LATTICE } from '../../shared/sim/embryo/body.ts';
import type { Habitat } from '../../shared/sim/world/world.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { listenToGestures } from './gestures.ts';
import { drawGround, GROUND_HALF, type GroundPlan } from './ground.ts';
import { boundsOf, creatureSpan, HEX_RADIUS, onIsland, type Place, placeOf } from './layout.ts';
import { createEffects, type Effects } from './season/effects.ts';
import type { StageOptions, StageWorld } from './stage-view-model.ts';
import { ease, keepWithin, toStage, toWorld, type View, viewOf, zoomAbout } from './view.ts';

/** CSS pixels at the top that the whole map leaves to the buttons there. */
const TOOLS = 58;
/** A stage narrower than this has its buttons in its corners, which an island leaves free; the ticker is a line at its bottom. */
const NARROW = 600;
const CORNERS = 12;
const LINE = 50;
/** A narrow stage lower than this is that of a phase without ticker and helps. */
const LOW = 300;
/** Seconds in one frame at most: after a pause life goes on, it does not leap. */
const LONGEST_FRAME = 0.1;
/** Of the time of a frame. */
const GROUNDS_SHARE = 0.25;
/** Pixels of an island's picture: fewer where there are many islands. */
const groundPixels = (habitats: number): number => (habitats <= 8 ? 1024 : habitats <= 20 ? 512 : 384);

export class WorldScene extends Phaser.Scene {
  readonly #options: StageOptions;
  #crowd: Crowd | null = null;
  #effects: Effects | null = null;
  #world: StageWorld | null = null;
  #places: Place[] = [];
  #grounds = '';
  /** Grounds still to be drawn. */
  #undrawn: (() => void)[] = [];
  #view: View = { x: 0, y: 0, zoom: 0.5 };
  #goal: View | null = null;
  #focus: number | null = null;
  #own = -1;
  #width = 1;
  #height = 1;
  #sharpness = 1;
  #toldView = '';
  #stop: () => void = () => {};

  constructor(options: StageOptions) {
    super('world');
    this.#options = options;
  }

  create(): void {
    const { parent, nursery, moment, calm, events } = this.#options;
    this.#width = parent.clientWidth;
    this.#height = parent.clientHeight;
    this.#effects = createEffects(this, calm);
    this.#crowd = createCrowd(this, nursery, this.#effects, moment, calm);
    this.#stop = listenToGestures(parent, {
      pan: (dx, dy) =>
        this.#move({ ...this.#view, x: this.#view.x - dx / this.#view.zoom, y: this.#view.y - dy / this.#view.zoom }),
      zoom: (x, y, factor) => this.#move(zoomAbout(this.#view, this.#size, x, y, factor, this.#widest() * 0.8)),
      tap: (x, y) => this.#tap(x, y),
      key: (wish) => {
        const habitat = wish === 'own' && this.#own >= 0 ? this.#own : null;
        this.goTo(habitat);
        events.pickHabitat(habitat);
      },
    });
    this.#crowd.attend(this.#focus);
    if (this.#world) this.show(this.#world);
  }

  /** Shows a world, at once or as soon as there is a stage. */
  show(world: StageWorld): void {
    const first = this.#world === null || this.#places.length !== world.habitats.length;
    this.#world = world;
    if (!this.#crowd) return;
    this.#places = world.habitats.map(placeOf);
    this.#drawGrounds(world);
    if (first) this.#frame(true);
    this.#crowd.show(world, this.#places, (this.#goal ?? this.#view).zoom);
    this.#effects?.show(world, this.#places);
  }

  goTo(habitat: number | null): void {
    this.#focus = habitat;
    this.#crowd?.attend(habitat);
    this.#frame(false);
  }

  setOwn(habitat: number): void {
    this.#own = habitat;
  }

  setSelected(key: number | null): void {
    this.#crowd?.select(key);
  }

  setPointedOut(keys: readonly number[]): void {
    this.#crowd?.pointOut(keys);
  }

  /** `sharpness`: canvas pixels a CSS pixel. */
  resized(width: number, height: number, sharpness: number): void {
    const framed = this.#size;
    this.#width = width;
    this.#height = height;
    this.#sharpness = sharpness;
    this.game.canvas.style.width = `${width}px`;
    this.game.canvas.style.height = `${height}px`;
    if (width !== framed.width || height !== framed.height) this.#frame(true);
  }

  leave(): void {
    this.#stop();
    this.#crowd?.leave();
  }

  override update(_time: number, delta: number): void {
    const seconds = Math.min(LONGEST_FRAME, delta / 1000);
    this.#drawOn(delta);
    if (this.#goal && !ease(this.#view, this.#goal, seconds)) this.#goal = null;
    this.cameras.main.setZoom(this.#view.zoom * this.#sharpness);
    this.cameras.main.centerOn(this.#view.x, this.#view.y);
    this.#crowd?.update(seconds, this.#view, this.#size);
    this.#effects?.update(seconds, this.#options.moment().season);
    this.#tellPlaces();
  }

  get #size(): { width: number; height: number } {
    return { width: this.#width, height: this.#height };
  }

  #widest(): number {
    return this.#places.length > 0 ? viewOf(boundsOf(this.#places), this.#size, 12).zoom : 0.1;
  }

  /** Turns to what is in focus: gliding, or at once. */
  #frame(atOnce: boolean): void {
    const place = this.#focus === null ? undefined : this.#places[this.#focus];
    const within = place ? boundsOf([place]) : boundsOf(this.#places);
    if (this.#places.length === 0) return;
    const narrow = this.#width < NARROW;
    const below = !narrow ? 4 : this.#height < LOW ? CORNERS : LINE;
    const goal = place
      ? viewOf(within, this.#size, 4, narrow ? CORNERS : 4, below)
      : viewOf(within, this.#size, 16, TOOLS, below);
    if (atOnce || this.#options.calm) {
      Object.assign(this.#view, goal);
      this.#goal = null;
    } else this.#goal = goal;
  }

  #move(view: View): void {
    this.#goal = null;
    Object.assign(this.#view, keepWithin(view, boundsOf(this.#places)));
  }

  #tap(x: number, y: number): void {
    const at = toWorld(this.#view, this.#size, x, y);
    const creature = this.#crowd?.at(at.x, at.y) ?? null;
    // From afar a tap means the habitat; from near, the creature.
    const near = this.#view.zoom > 0.55;
    if (creature !== null && near) {
      this.#options.events.pickCreature(creature);
      return;
    }
    this.#options.events.pickCreature(null);
    const habitat = this.#places.findIndex((place) => onIsland(at.x - place.x, at.y - place.y));
    if (habitat < 0) return;
    this.goTo(habitat);
    this.#options.events.pickHabitat(habitat);
  }

  #tellPlaces(): void {
    const { x, y, zoom } = this.#view;
    const told = `${x.toFixed(1)} ${y.toFixed(1)} ${zoom.toFixed(4)} ${this.#width} ${this.#height} ${this.#places.length}`;
    if (told === this.#toldView) return;
    this.#toldView = told;
    this.#options.events.moved(
      this.#places.map((place) => toStage(this.#view, this.#size, place)),
      HEX_RADIUS * zoom,
    );
  }

  /** Grounds are drawn once for a map and never again. */
  #drawGrounds(world: StageWorld): void {
    const wanted = world.habitats
      .map(({ q, r, background }) => `${q},${r},${background.kind},${background.red}`)
      .join(';');
    if (wanted === this.#grounds) return;
    this.#grounds = wanted;
    const [size, site] = [groundPixels(world.habitats.length), creatureSpan(world.population) / LATTICE];
    const plan: GroundPlan = { size, site, sea: getComputedStyle(this.#options.parent).color };
    // The habitat in view at once, the others frame by frame: forty in one would be a halt of a second.
    const first = world.habitats[this.#focus ?? 0];
    const others = world.habitats.filter((habitat) => habitat !== first);
    this.#undrawn = others.map((habitat) => () => this.#drawOneGround(habitat, plan));
    if (first) this.#drawOneGround(first, plan);
  }

  /** Draws grounds for a part of the time that a frame takes, one at least: where frames are slow, more of them in each. */
  #drawOn(frameMs: number): void {
    const end = performance.now() + frameMs * GROUNDS_SHARE;
    do this.#undrawn.shift()?.();
    while (this.#undrawn.length > 0 && performance.now() < end);
  }

  #drawOneGround(habitat: Habitat, plan: GroundPlan): void {
    const name = `ground-${habitat.id}`;
    if (this.textures.exists(name)) this.textures.remove(name);
    const texture = this.textures.createCanvas(name, plan.size, plan.size);
    const place = this.#places[habitat.id];
    if (!texture || !place) return;
    drawGround(texture.context, habitat, plan);
    texture.refresh();
    this.add
      .image(place.x, place.y, name)
      .setDisplaySize(2 * GROUND_HALF, 2 * GROUND_HALF)
      .setDepth(0);
  }
}
