/** The cards' pictures as data: a sky, a ground, and the agent in a few places. Drawn by ui/match/card-art.tsx. */
import type { CardId } from '../../shared/sim/cards.ts';

export interface CardScene {
  readonly sky: string;
  readonly ground: string;
  readonly ink: string;
  /** The ground's outline, from the left edge to the right, in a 96 × 60 box. */
  readonly land: string;
  /** Where the agent stands, how large (1: 64 units), turned by how many degrees. */
  readonly at: readonly (readonly [x: number, y: number, scale: number, turn: number])[];
}

const HILLS = 'M0 44C16 34 30 36 46 42s34 6 50-4V60H0Z';
const DUNES = 'M0 50C20 40 34 52 52 46s30-8 44-2V60H0Z';
const FLAT = 'M0 50C30 47 62 52 96 49V60H0Z';
const PEAKS = 'M0 60V46L18 30l12 12 16-20 18 22 12-10 20 18V60Z';
const CLIFF = 'M0 28C10 27 20 30 26 40s8 12 20 12 30-2 50-6V60H0Z';
const DEEP = 'M0 56C14 50 20 56 34 54s20-6 30-1 22 4 32 1V60H0Z';

export const CARD_SCENES: Readonly<Record<CardId, CardScene>> = {
  hunters: {
    sky: '#e9c9a0',
    ground: '#7d8a55',
    ink: '#34261d',
    land: HILLS,
    at: [
      [50, 22, 0.62, -8],
      [22, 14, 0.28, 12],
      [78, 12, 0.22, -4],
    ],
  },
  frost: {
    sky: '#b7cfd8',
    ground: '#eef3f4',
    ink: '#f8fdff',
    land: PEAKS,
    at: [
      [26, 20, 0.42, 10],
      [66, 16, 0.3, 24],
      [80, 36, 0.2, 0],
      [46, 38, 0.18, 40],
    ],
  },
  drought: {
    sky: '#f0d9a4',
    ground: '#c48d56',
    ink: '#7a4420',
    land: FLAT,
    at: [
      [30, 40, 0.4, 62],
      [60, 44, 0.36, 84],
      [80, 38, 0.26, 30],
      [48, 22, 0.001, 0],
    ],
  },
  pursuers: { sky: '#d9c5a2', ground: '#a58a54', ink: '#5a1f14', land: DUNES, at: [[46, 26, 0.7, 14]] },
  jaws: {
    sky: '#c7b7a4',
    ground: '#6b5a4c',
    ink: '#2c211b',
    land: CLIFF,
    at: [
      [54, 18, 0.72, 0],
      [54, 46, 0.62, 180],
    ],
  },
  canopy: {
    sky: '#d5dfb5',
    ground: '#5f7d42',
    ink: '#2f5a2d',
    land: FLAT,
    at: [
      [20, 20, 0.6, 170],
      [50, 14, 0.52, 186],
      [78, 22, 0.62, 176],
    ],
  },
  burrows: {
    sky: '#d8c7a6',
    ground: '#8a6a48',
    ink: '#3d291b',
    land: 'M0 18C30 12 62 20 96 14V60H0Z',
    at: [
      [26, 42, 0.42, 0],
      [64, 44, 0.32, 0],
      [86, 40, 0.2, 0],
    ],
  },
  dimLight: {
    sky: '#3c4062',
    ground: '#23263f',
    ink: '#efe3b4',
    land: HILLS,
    at: [
      [66, 20, 0.44, 20],
      [22, 16, 0.001, 0],
    ],
  },
  strongSun: { sky: '#f6d98b', ground: '#c9ac62', ink: '#d8741f', land: DUNES, at: [[48, 22, 0.66, 0]] },
  famine: { sky: '#dccfb8', ground: '#a89377', ink: '#6b4d31', land: FLAT, at: [[48, 31, 0.66, 0]] },
  currents: {
    sky: '#a9d0d1',
    ground: '#4b8a98',
    ink: '#2b6f86',
    land: DEEP,
    at: [
      [26, 20, 0.6, 0],
      [66, 24, 0.66, 0],
      [44, 42, 0.5, 0],
    ],
  },
  symmetricMates: {
    sky: '#efd6cf',
    ground: '#b98a84',
    ink: '#8d3f52',
    land: HILLS,
    at: [
      [34, 26, 0.46, -14],
      [66, 24, 0.46, 14],
    ],
  },
  brightMates: {
    sky: '#4a3d55',
    ground: '#33293d',
    ink: '#f2c65c',
    land: DUNES,
    at: [
      [50, 26, 0.62, 0],
      [24, 16, 0.24, 0],
      [76, 14, 0.2, 0],
      [78, 38, 0.16, 0],
    ],
  },
  parasites: {
    sky: '#d9d3b4',
    ground: '#8b8a5c',
    ink: '#6d3260',
    land: FLAT,
    at: [
      [32, 24, 0.5, 10],
      [64, 32, 0.4, 30],
      [70, 12, 0.22, 0],
      [16, 42, 0.18, 20],
    ],
  },
};
