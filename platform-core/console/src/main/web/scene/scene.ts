/** What a scene needs, in a chunk of its own: three.js is fetched when the first scene is shown. */
export { Bodies } from './bodies';
export { checked } from './checked';
export { Stage } from './stage';
