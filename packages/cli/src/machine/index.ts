export { defaultDataFolder, shippedFolders } from './folders.ts';
export { interruptSignal } from './interrupt.ts';
export { nodeFiles, readStream } from './node-files.ts';
export { nodeStreams } from './node-streams.ts';
export { systemClock } from './system-clock.ts';
export { writeWhole } from './write-whole.ts';
