import { html, nothing } from 'lit';
import type { AlarmAction, StandingAlarm } from '../api/alarm-book';
import type { Schemas } from '../api/client';
import { ApiError } from '../api/problem';
import { ask } from '../base/dialog';
import { t } from '../text/text';

type Request = Schemas['AlarmHandlingRequest'];
const MINUTES = [15, 30, 60, 120, 240, 480, 720, 1440];
const USUAL = 60;
/** How many alarms are named. */
const NAMED = 6;

/** Asks why, and for a shelf how long; resolves what is to be sent, or undefined where the person does not. */
export async function askHandling(action: AlarmAction, alarms: StandingAlarm[]): Promise<Request | undefined> {
  const needed = action !== 'ACKNOWLEDGE' && action !== 'RESTORE';
  const filled = await ask(
    'handling-question',
    dialog =>
      html`<form method="dialog">
        <h2 id="handling-question">${t(`alarm.${action}`)}</h2>
        <p>${t(`alarm.what.${action}`)}</p>
        <ul>
          ${alarms.slice(0, NAMED).map(alarm => html`<li>${alarm.source}: ${alarm.message || alarm.name}</li>`)}
          ${alarms.length > NAMED ? html`<li>${t('alarm.further', { n: alarms.length - NAMED })}</li>` : nothing}
        </ul>
        ${
          action === 'SHELVE'
            ? html`<label class="field"
                >${t('alarm.time')}
                <select name="minutes">
                  ${MINUTES.map(
                    minutes =>
                      html`<option value=${minutes} ?selected=${minutes === USUAL}>
                        ${minutes < 60 ? t('time.minutes', { n: minutes }) : t('time.hours', { n: minutes / 60 })}
                      </option>`,
                  )}
                </select></label
              >`
            : nothing
        }
        <label class="field"
          >${needed ? t('alarm.reason') : t('alarm.comment')}
          <input name="reason" maxlength="1000" ?required=${needed} pattern=${needed ? '.*\\S.*' : nothing} autofocus />
        </label>
        <div class="bar end">
          <button type="button" @click=${() => dialog.close('no')}>${t('cancel')}</button><button class="primary" value="yes">${t(`alarm.${action}`)}</button>
        </div>
      </form>`,
  );
  return (
    filled && {
      action,
      reason: String(filled.get('reason') ?? '').trim(),
      ...(action === 'SHELVE' ? { minutes: Number(filled.get('minutes')) } : {}),
    }
  );
}

/** What was refused, one line for each different answer. */
export function refusals(failed: { alarm: StandingAlarm; error: unknown }[]): Error | ApiError | undefined {
  const [first] = failed;
  if (failed.length === 1 && first?.error instanceof ApiError) {
    return first.error;
  }
  const lines = new Set(failed.map(({ alarm, error }) => `${alarm.source}/${alarm.name}: ${error instanceof Error ? error.message : String(error)}`));
  return lines.size ? new Error(t('alarm.failed', { n: failed.length }) + '\n' + [...lines].join('\n')) : undefined;
}
