/** A film before it is written down: pictures that can be drawn one after another, and how long each is seen. */
export interface Film {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly frameMs: number;
  /** The last picture stays so much longer. */
  readonly holdMs: number;
  /** Fetches what a picture needs. Rejects when that fails or the signal is aborted. */
  prepare(frame: number, signal: AbortSignal): Promise<void>;
  /** Draws a picture that is prepared. */
  draw(context: CanvasRenderingContext2D, frame: number): void;
}

export interface Writing {
  readonly signal: AbortSignal;
  /** Called as each picture has been written, with its number from 1. */
  readonly onFrame: (written: number) => void;
}

/** Films look alike on every screen, bright or dark: paper and ink of the bright page. */
export const LOOK = { paper: '#f4eee1', ink: '#2a251f', soft: '#62594c', rule: '#d6c9b1', accent: '#a8371c' } as const;

export const fontOf = (size: number, weight: 400 | 700): string =>
  `${weight} ${size}px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif`;

/** A canvas nobody sees. */
export function makeCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** Of a canvas that films are drawn on: without the transparency that a recorder would keep a second film of. */
export const SCREEN = { alpha: false, willReadFrequently: false } as const;
/** Of a canvas whose pixels are read again and again. */
export const READ = { alpha: true, willReadFrequently: true } as const;
/** Of a canvas from which pictures are taken. */
export const CLEAR = { alpha: true, willReadFrequently: false } as const;

/** What a canvas is used for is decided at the first call. Throws where the browser gives it nothing to draw with. */
export function brushOf(canvas: HTMLCanvasElement, use: CanvasRenderingContext2DSettings): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', use);
  if (!context) throw new Error('This browser gives a canvas no brush.');
  context.direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  return context;
}
