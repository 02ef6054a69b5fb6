import { twins } from '../api/fleet';
import { ApiError } from '../api/problem';
import { session } from '../api/session';
import { linkTo, type Route } from '../base/router';

/** Whoever may set the site up, comes to its front page, and finds no twin in it, is led through the first steps. */
export async function firstSteps(route: Route): Promise<void> {
  if (!session.may('ENGINEER') || route.path.length > 0) {
    return;
  }
  try {
    const page = await twins({}, 1);
    if (page.items.length === 0 && location.hash.replace(/^#\/?/, '') === '') {
      location.hash = linkTo(['start']).slice(1);
    }
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    } // the overview says what is wrong
  }
}
