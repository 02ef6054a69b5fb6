import { answer, api, type Schemas } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { ApiError } from '../api/problem';
import { confirm } from '../base/confirm';
import { numberText } from '../format/number';
import { valueWithUnit } from '../format/sample';
import { unitText } from '../format/unit';
import { t } from '../text/text';

/**
 * Asks the person, with the present and the new values, and gives the command with the person's rights.
 *
 * @param asker a view of a pack that asks for it; absent where the person has filled in a form of the console
 * @return false where the person does not want it
 * @throws Error with the reason, for people, where the platform refuses it
 */
export async function give(feed: TwinFeed, spec: Schemas['CommandSpec'], values: Record<string, number>, asker?: string): Promise<boolean> {
  const detail = spec.parameters
    .map(parameter => {
      const now = parameter.point ? valueWithUnit(feed.sample(parameter.point)) : '–';
      return `${parameter.title}: ${now} → ${numberText(values[parameter.name] as number)} ${unitText(parameter.unit)}`;
    })
    .join('\n');
  const question = t('commands.question', { command: spec.title, twin: feed.twin?.name ?? feed.id });
  if (!(await confirm(question, asker ? `${t('commands.asker', { asker })}\n${detail}` : detail, t('commands.give')))) {
    return false;
  }
  try {
    await answer(
      api.POST('/twins/{twinId}/commands', { params: { path: { twinId: feed.id } }, body: { name: spec.name, arguments: values } }),
    );
  } catch (error) {
    throw error instanceof ApiError && error.problem.status === 422 ? new Error(t('commands.refused', { why: error.message })) : error;
  }
  return true;
}
