import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../api/client';
import { session } from '../api/session';
import { badge } from '../base/parts';
import { linkTo } from '../base/router';
import { showBill } from '../pack/bill-dialog';
import { named, t, words } from '../text/text';

/** What can be done with an installed pack. */
export interface PackActs {
  plan: (request: Schemas['PackRequest']) => void;
  verify: (pack: string) => void;
}

/** An installed pack: state, signature, permissions; buttons that work while no operation is under way. */
export function packCard(pack: Schemas['Pack'], idle: boolean, acts: PackActs): TemplateResult {
  const older = pack.kept.filter(version => !version.active);
  return html`<section class="panel half">
    <h2>${words(pack.title)} <small>${pack.id} ${pack.version}</small></h2>
    <p>
      ${badge(named('pack', pack.state), pack.state === 'ACTIVE' ? 'good' : 'warn')} ${signature(pack.signature)}
      <small>${pack.publisher} · ${pack.licence} · ${pack.isolation}</small>
    </p>
    ${pack.reason ? html`<p class="problem">${pack.reason}</p>` : nothing}${pack.leak ? html`<p class="problem">${pack.leak}</p>` : nothing}
    <dl class="facts">
      <dt>${t('packs.types')}</dt>
      <dd>
        ${Object.entries(pack.types)
          .map(([type, schema]) => `${type} (${schema})`)
          .join(', ')}
      </dd>
      <dt>${t('packs.signed')}</dt>
      <dd class="wrap">${pack.signature.sentence}</dd>
      <dt>${t('packs.may')}</dt>
      <dd class="wrap">${grant(pack.grant)}</dd>
    </dl>
    <div class="bar">
      <button class="small" @click=${() => void showBill(pack)}>${t('bill')}</button>
      ${session.may('ENGINEER') ? html`<a href=${linkTo(['packs', pack.id, 'log'])}>${t('packlog.open')}</a>` : nothing}
    </div>
    ${
      session.may('ADMINISTRATOR')
        ? html`<div class="bar">
            ${older.map(
              version =>
                html`<button
                  class="small"
                  ?disabled=${!idle}
                  @click=${() => acts.plan({ action: 'ROLLBACK', id: pack.id, source: version.version })}
                >
                  ${t('packs.rollback', { version: version.version })}
                </button>`,
            )}
            <button class="small" ?disabled=${!idle} @click=${() => acts.verify(pack.id)}>${t('packs.verify')}</button>
            <button class="small" ?disabled=${!idle} @click=${() => acts.plan({ action: 'REMOVE', id: pack.id })}>
              ${t('packs.remove')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

/** Whether a signature is trusted. */
export function signature(of: Schemas['PackSignature']): TemplateResult {
  return badge(named('signature', of.state), of.state === 'TRUSTED' ? 'good' : 'bad');
}

/** What a grant allows, in words. */
function grant(of: Schemas['PackGrant']): string {
  const lists = [
    [t('grant.read'), of.read],
    [t('grant.write'), of.write],
    [t('grant.commands'), of.commands],
    [t('grant.network'), of.network],
  ] as const;
  return (
    [
      ...lists.filter(([, values]) => values.length > 0).map(([name, values]) => name + ' ' + values.join(', ')),
      ...(of.files ? [t('grant.files')] : []),
      ...(of.threads ? [t('grant.threads', { n: of.threads })] : []),
    ].join(' · ') || t('grant.nothing')
  );
}
