import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PHASER = here('../node_modules/phaser/src/phaser-core.js');
const ML_MATRIX = here('../node_modules/ml-matrix/src/index.js');

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

const FIRST_PAGE = here('./main.tsx');
const MATCH_SCREEN = here('./ui/match/match-screen.tsx');
const LIVE_SCREEN = here('./ui/match/live-screen.tsx');
const LIVE_SOURCE = here('./net/live-source.ts');
const LINE_TO_ROOMS = here('./net/client.ts');

/** Which piece a module of the way into a match is put into. */
const pieces = new Map<string, 'common' | 'match' | 'line'>();

/**
 * The way into a match comes in few pieces. Left alone, the bundler makes one of every handful of modules that the same pages share,
 * and each of those forty costs a slow machine more than what is in it. `common`: what pages without any match need too; `match`: what is
 * on the screen, of a recording as well; `line`: what brings it there from a room.
 */
const fewPieces: Plugin = {
  name: 'few-pieces',
  apply: 'build',
  buildEnd() {
    const reachedFrom = (from: string, reached = new Set<string>()): Set<string> => {
      if (reached.has(from)) return reached;
      reached.add(from);
      for (const next of this.getModuleInfo(from)?.importedIds ?? []) reachedFrom(next, reached);
      return reached;
    };
    const match = reachedFrom(LIVE_SCREEN);
    const line = reachedFrom(LIVE_SOURCE);
    const without = [...reachedFrom(FIRST_PAGE)]
      .flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
      .map((from) => reachedFrom(from))
      .filter((other) => !other.has(MATCH_SCREEN) && !other.has(LINE_TO_ROOMS));
    const isCommon = (id: string): boolean => (match.has(id) && line.has(id)) || without.some((other) => other.has(id));
    for (const id of [...match, ...line]) pieces.set(id, isCommon(id) ? 'common' : match.has(id) ? 'match' : 'line');
  },
};

const LAB_PAGE = here('./lab/lab-page.tsx');

/** What nobody loads who never opens the lab. */
const ofLab = new Set<string>();

/** Puts the lab's files into a folder of their own: it is weighed apart, as it is loaded apart. */
const labApart: Plugin = {
  name: 'lab-apart',
  apply: 'build',
  buildEnd() {
    const reached = new Set<string>();
    const reach = (from: string, but?: string): void => {
      if (from === but || reached.has(from)) return;
      reached.add(from);
      const info = this.getModuleInfo(from);
      for (const next of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]) reach(next, but);
    };
    reach(FIRST_PAGE, LAB_PAGE);
    const elsewhere = new Set(reached);
    reach(LAB_PAGE);
    for (const id of reached) if (!elsewhere.has(id)) ofLab.add(id);
  },
};

const folderOf = (modules: readonly string[]): string =>
  modules.length > 0 && modules.every((id) => ofLab.has(id)) ? 'assets/lab' : 'assets';

/** In which the first page is written, whatever its language: they set out with its scripts, so that it is laid out and drawn once. */
const FIRST_FONTS = /(atkinson-hyperlegible-next-latin-wght|bricolage-grotesque-latin-700)-normal-[^/]+\.woff2$/;

const earlyFonts: Plugin = {
  name: 'early-fonts',
  apply: 'build',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.keys(bundle)
      .filter((file) => FIRST_FONTS.test(file))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
        injectTo: 'head-prepend',
      })),
};

/** The page is built into client/dist, which the server serves as it is. */
export default defineConfig({
  root: here('.'),
  // A page is built the same whoever builds it: a test would otherwise leave one behind that tells of its sources at every turn.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Phaser's sources call the surroundings as Node does.
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  resolve: { alias: { phaser: PHASER, 'ml-matrix': ML_MATRIX } },
  plugins: [phaserCore, fewPieces, labApart, earlyFonts],
  worker: {
    format: 'es',
    plugins: () => [leanMatrix],
    rolldownOptions: {
      output: {
        // Only the lab's worker comes in pieces.
        chunkFileNames: 'assets/lab/[name]-[hash].js',
        entryFileNames: ({ name }) => `${name.startsWith('lab') ? 'assets/lab' : 'assets'}/[name]-[hash].js`,
      },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Phaser alone is above the default warning, is loaded only with a match, and does not come apart.
    chunkSizeWarningLimit: 1500,
    // Kernels are fetched and compiled as they stream in, never inlined.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        assetFileNames: ({ originalFileNames: from }) =>
          `${folderOf(from.map((file) => here(file)))}/[name]-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'words', test: /i18n.en\.json$/, priority: 4 },
            { name: 'page', tags: ['$initial'], priority: 3 },
            { name: 'common', test: (id) => pieces.get(id) === 'common', priority: 2 },
            { name: 'match', test: (id) => pieces.get(id) === 'match', priority: 1 },
            { name: 'line', test: (id) => pieces.get(id) === 'line' },
          ],
        },
      },
    },
  },
});
