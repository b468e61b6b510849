export { chatModel } from './chat-model.ts';
export { type ModelSettings, modelSettings } from './model-settings.ts';
