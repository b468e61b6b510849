export { originOf, outletOrigin, pageOrigin, voiceOf } from './origin-of.ts';
export {
  foldedName,
  isNewsKind,
  newsNames,
  type Publisher,
  type PublisherKind,
  publisherAt,
  publisherNamed,
  tierOfKind,
} from './publishers.ts';
export { type Story, sameStory, storyOf } from './same-story.ts';
export { type Likeness, StoryIndex } from './story-index.ts';
