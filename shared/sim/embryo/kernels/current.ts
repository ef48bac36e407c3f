/** Written by `npm run build:kernel`: the name of the kernel in use, 83f0cd245d65fd79.wasm in this folder. */
export const CURRENT_KERNEL = '83f0cd245d65fd79';
