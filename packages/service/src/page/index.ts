export { checkPage } from './check-page.ts';
export { errorsPage } from './errors-page.ts';
export { type Judged, judgedPlaces, type Place } from './places.ts';
export { type ReadSource, readPage } from './read-page.ts';
