export { type ModelReply, type ModelRequest, type ModelServer, modelServer } from './model-server.ts';
