export { authorIn } from './byline.ts';
export { creditedIn, isSame, onlyRelay, withRelays } from './relay.ts';
