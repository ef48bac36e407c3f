export function Host() { return null; }
