export { checkPage } from './check-page.ts';
export { type Judged, judgedPlaces, type Place } from './places.ts';
