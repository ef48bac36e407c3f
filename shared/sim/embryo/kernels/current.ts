/** Written by `npm run build:kernel`: the name of the kernel in use, ae299d9f61e80457.wasm in this folder. */
export const CURRENT_KERNEL = 'ae299d9f61e80457';
