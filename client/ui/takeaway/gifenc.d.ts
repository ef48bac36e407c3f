/** As much of gifenc as is used here; it brings no types. */
declare module 'gifenc' {
  type Colour = [red: number, green: number, blue: number];
  interface FrameOptions {
    readonly palette?: readonly Colour[];
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** Milliseconds; GIF itself counts hundredths of a second. */
    readonly delay?: number;
    /** 1: what was drawn stays. */
    readonly dispose?: number;
  }
  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }
  export function GIFEncoder(): Encoder;
  /** At most `colours` of them. */
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, colours: number): Colour[];
  /** The nearest colour of each pixel. */
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: readonly Colour[]): Uint8Array;
}
