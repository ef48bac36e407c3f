/** Written by `npm run build:kernel`: the name of the kernel in use, ae27582f4d8519aa.wasm in this folder. */
export const CURRENT_KERNEL = 'ae27582f4d8519aa';
