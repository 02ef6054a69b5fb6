import type { Key } from '../text/text';

/** A key of a connection that has a field; all others are written as text. */
export interface MainKey {
  path: string;
  label: Key;
  required?: boolean;
  hint?: string;
  choices?: string[];
}

const POLICIES = ['best', 'none', 'Basic256Sha256', 'Aes128_Sha256_RsaOaep', 'Aes256_Sha256_RsaPss'];

/** The most used keys by kind; `docs/configuration.md` has all. */
export const MAIN_KEYS: Record<string, MainKey[]> = {
  opcua: [
    { path: 'endpoint', label: 'connections.endpoint', required: true, hint: 'opc.tcp://plant:4840' },
    { path: 'security.policy', label: 'connection.policy', required: true, choices: POLICIES },
    { path: 'security.mode', label: 'connection.mode', choices: ['Sign', 'SignAndEncrypt'] },
    { path: 'username', label: 'connection.username' },
    { path: 'passwordFile', label: 'connection.password-file', hint: 'secrets/plant.password' },
    { path: 'samplingInterval', label: 'connection.sampling', hint: '100 ms' },
    { path: 'outageBudget', label: 'connection.outage', hint: '10 s' },
  ],
  mqtt: [
    { path: 'broker', label: 'connection.broker', required: true, hint: 'ssl://broker:8883' },
    { path: 'version', label: 'connection.version', choices: ['5', '3.1.1'] },
    { path: 'clientId', label: 'connection.client', hint: 'gemello-plant' },
    { path: 'username', label: 'connection.username' },
    { path: 'passwordFile', label: 'connection.password-file', hint: 'secrets/broker.password' },
    { path: 'security.caFile', label: 'connection.authority', hint: 'authorities/plant.pem' },
  ],
  push: [],
  folder: [
    { path: 'folder', label: 'connection.folder', hint: 'inbox/lab' },
    { path: 'pattern', label: 'connection.pattern', hint: '*.csv' },
    { path: 'csv.separator', label: 'connection.separator', hint: ',' },
    { path: 'csv.decimal', label: 'connection.decimal', choices: ['.', ','] },
  ],
};

export const KINDS = Object.keys(MAIN_KEYS);
/** Kinds of sources that say what they have. */
export const BROWSABLE = ['opcua'];
