import { answer, api } from './client';
import { ApiError } from './problem';
import { session, type Login } from './session';

/**
 * Begins a session after the platform has ended all of the user, because of another password. False where more is asked for, such as the code
 * of a second factor: then the login does it.
 */
export async function logInAgain(user: string, password: string): Promise<boolean> {
  try {
    session.begin((await answer(api.POST('/session', { body: { user, password } }))) as Login);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    session.lost();
    return false;
  }
}
