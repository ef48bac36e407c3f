import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const PHASER = fileURLToPath(new URL('../node_modules/phaser/src/phaser-core.js', import.meta.url));
const ML_MATRIX = fileURLToPath(new URL('../node_modules/ml-matrix/src/index.js', import.meta.url));

/** What of Phaser is built in: its own builds are made by the same switches. */
const PHASER_PARTS: Readonly<Record<string, boolean>> = {
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  CANVAS_RENDERER: false,
  FEATURE_SOUND: false,
  PLUGIN_FBINSTANT: false,
};

/**
 * The map needs Phaser's scenes, images, textures and WebGL, and no physics, tiles, particles or sound: its core, built from its
 * sources, is a third less to load than the smallest build in the package.
 */
const phaserCore: Plugin = {
  name: 'phaser-core',
  transform: {
    filter: { id: /phaser\/src\// },
    handler: (code) =>
      code.replace(/typeof ([A-Z_]{6,})\b/g, (found, part: string) => String(PHASER_PARTS[part] ?? found)),
  },
};

/** Of a matrix's hundred and ten methods, those that finding the directions of symmetric ones needs. */
const MATRIX_METHODS: ReadonlySet<string> = new Set([
  ...['constructor', 'checkMatrix', 'isMatrix', 'isSquare', 'isEmpty', 'isSymmetric', 'copy', 'entries'],
  ...['get', 'set', 'getColumn', 'realEigenvalues', 'eigenvectorMatrix'],
]);

/**
 * The lab finds principal components by a library whose matrices have all their methods in one class, out of which a bundler can leave
 * none: built from its sources without the others, and without the way of matrices that are not symmetric, it is a quarter to load. Node
 * runs it whole, and a test of the microscope holds the one against the other.
 */
const leanMatrix: Plugin = {
  name: 'lean-matrix',
  transform: {
    filter: { id: /ml-matrix\/src\/(matrix|dc\/evd)\.js/ },
    handler: (code) =>
      code
        .replace(/^ {2}(?:static |get |\*)?(\w+)\(.*\) \{\n[\s\S]*?^ {2}\}\n/gm, (method, name: string) =>
          MATRIX_METHODS.has(name) ? method : '',
        )
        .replace(/^installMathOperations.*$/m, '')
        .replace('if (isSymmetric) {', 'if (true) {'),
  },
};

/** The page is built into client/dist, which the server serves as it is. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // A page is built the same whoever builds it: a test would otherwise leave one behind that tells of its sources at every turn.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Phaser's sources call the surroundings as Node does.
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  resolve: { alias: { phaser: PHASER, 'ml-matrix': ML_MATRIX } },
  plugins: [phaserCore],
  worker: { format: 'es', plugins: () => [leanMatrix] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Phaser alone is above the default warning, is loaded only with a match, and does not come apart.
    chunkSizeWarningLimit: 1500,
    // Kernels are fetched and compiled as they stream in, never inlined.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
  },
});
