import { describe, expect, it } from 'vitest';
import { modelSettings } from './model-settings.ts';

const SET = { TRANCHE_MODEL_URL: 'https://models.example/v1', TRANCHE_MODEL: 'a-model' };

describe('the settings of a model', () => {
  it('come from the environment, with the key or with the variable that holds it', () => {
    expect(modelSettings({ ...SET, TRANCHE_MODEL_KEY: ' secret ' })).toMatchObject({
      ok: true,
      value: { model: 'a-model', key: 'secret', requestMs: 120_000 },
    });
    const named = { ...SET, TRANCHE_MODEL_KEY_FROM: 'MY_KEY', MY_KEY: 'mine', TRANCHE_MODEL_SECONDS: '5' };
    expect(modelSettings(named)).toMatchObject({ ok: true, value: { key: 'mine', requestMs: 5000 } });
  });

  it.each([
    'http://127.0.0.1:11434/v1',
    'http://localhost:8000/v1',
    'http://[::1]:8080',
    'https://models.example',
  ])('take %s without a key', (url) => {
    const read = modelSettings({ ...SET, TRANCHE_MODEL_URL: url });
    expect(read.ok && read.value.key).toBeUndefined();
    expect(read.ok).toBe(true);
  });

  it.each<[string, object, string]>([
    ['nothing is set', { TRANCHE_MODEL_URL: '', TRANCHE_MODEL: undefined }, 'MODEL_NOT_CONFIGURED'],
    ['no model is named', { TRANCHE_MODEL: ' ' }, 'MODEL_NOT_CONFIGURED'],
    ['the named variable is empty', { TRANCHE_MODEL_KEY_FROM: 'NO_KEY' }, 'MODEL_NOT_CONFIGURED'],
    ['the key would break a header', { TRANCHE_MODEL_KEY: 'a\nb' }, 'MODEL_NOT_CONFIGURED'],
    ['the time is none', { TRANCHE_MODEL_SECONDS: '-1' }, 'MODEL_NOT_CONFIGURED'],
    ['the address is none', { TRANCHE_MODEL_URL: 'models' }, 'MODEL_ADDRESS_REFUSED'],
    ['the address is a file', { TRANCHE_MODEL_URL: 'file:///etc/passwd' }, 'MODEL_ADDRESS_REFUSED'],
    ['a key is in the address', { TRANCHE_MODEL_URL: 'https://u:p@models.example' }, 'MODEL_ADDRESS_REFUSED'],
    ['http leaves this machine', { TRANCHE_MODEL_URL: 'http://models.example/v1' }, 'MODEL_ADDRESS_REFUSED'],
    [
      'http only looks like home',
      { TRANCHE_MODEL_URL: 'http://127.0.0.1.example/v1' },
      'MODEL_ADDRESS_REFUSED',
    ],
  ])('are refused when %s', (_, change, code) => {
    const read = modelSettings({ ...SET, ...change });
    expect(read).toMatchObject({ ok: false, failure: { code } });
    expect(JSON.stringify(read)).not.toMatch(/u:p@|a\\nb/);
  });

  it('take plain http to another machine only when that is said', () => {
    const open = { ...SET, TRANCHE_MODEL_URL: 'http://models.example/v1', TRANCHE_MODEL_PLAIN_HTTP: '1' };
    expect(modelSettings(open).ok).toBe(true);
  });
});
