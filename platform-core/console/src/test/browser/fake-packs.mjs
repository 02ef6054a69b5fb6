// Histories of packs that the recorded platform was too young for: a swap, one that went back by itself, and a bill of materials.
const hours = n => new Date(Date.now() - n * 3_600_000).toISOString();
const step = (name, at) => ({ name, at, text: '' });

const operation = (id, from, to, started, outcome, extra = {}) => ({
  id,
  action: 'INSTALL',
  pack: 'energy',
  from,
  to,
  caller: 'olga',
  started: hours(started),
  ended: hours(started - 0.1),
  outcome,
  message: '',
  steps: [step('plan', hours(started)), step('cut', hours(started - 0.05)), step('confirm', hours(started - 0.06))],
  pauses: [4_200_000, 7_900_000],
  ...extra,
});

export const OPERATIONS = [
  operation('o4', '0.1.1', '0.2.0-rc', 5, 'ROLLED_BACK', { message: 'twin wt-02 failed twice in 30 s' }),
  operation('o3', '0.1.0', '0.1.1', 30, 'DONE'),
  operation('o2', '0.1.0', '0.1.1', 31, 'REFUSED', { steps: [step('plan', hours(31))], pauses: [], message: 'no migration 1 to 3' }),
  operation('o1', '', '0.1.0', 200, 'DONE', { caller: 'platform' }),
];

export const BILL = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: { type: 'application', group: 'org.gemello.plugins', name: 'energy', version: '0.1.1', licenses: [{ license: { id: 'Apache-2.0' } }] } },
  components: [
    {
      type: 'library',
      group: 'org.apache.commons',
      name: 'commons-math4-legacy-core',
      version: '4.0-beta1',
      licenses: [{ expression: 'Apache-2.0' }],
      hashes: [{ alg: 'SHA-256', content: '3f'.repeat(32) }],
    },
    { type: 'library', group: 'org.ejml', name: 'ejml-core', version: '0.43.1', hashes: [{ alg: 'SHA-256', content: 'a1'.repeat(32) }] },
  ],
};
