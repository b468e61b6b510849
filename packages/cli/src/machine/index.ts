export { defaultDataFolder, shippedFolders } from './folders.ts';
export { nodeFiles, readStream } from './node-files.ts';
export { systemClock } from './system-clock.ts';
export { writeWhole } from './write-whole.ts';
