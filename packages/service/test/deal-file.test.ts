import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFailure } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelDealFile } from '../src/model/index.ts';
import { disk } from './disk.ts';

const TODAY = '2026-01-15' as PlainDate;
const FILE = `tranche: 1
name: Fennick
issuer: Fennick
deal: { money: primary, year: 2025 }
sources:
  - fennick.txt
reference: false
assumptions:
  - { id: same-company, text: Fennick Energy and Fennick are one company. }
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-deal-'));
  mkdirSync(join(folder, 'more'));
  const text =
    'Fennick, a maker of heat pumps, has raised $12.5 million in a Series A led by Brightmoor Capital.\n';
  writeFileSync(join(folder, 'fennick.txt'), `Fennick raises\nPublished: 2025-06-02\n\n${text}`);
  writeFileSync(join(folder, 'undated.txt'), `Fennick raises\n\n${text}`);
  writeFileSync(join(folder, 'void.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function model(text: string, on: { readonly knownOn?: string } = {}) {
  const path = join(folder, 'deal.yaml');
  writeFileSync(path, text);
  const knownOn = on.knownOn as PlainDate | undefined;
  const view = await modelDealFile(disk, path, { knownOn }, TODAY);
  return view.ok
    ? { ok: true as const, value: view.value.deal }
    : {
        ok: false as const,
        lines: view.failures.map((one) => describeFailure(one).replaceAll(`${folder}/`, '')),
      };
}

describe('a deal file with its sources', () => {
  it('is the deal that its sources tell of, with the assumptions it names', async () => {
    const view = await model(FILE);
    expect(view).toMatchObject({
      ok: true,
      value: { issuer: 'Fennick', size: 'USD 12.5m', status: 'closed', knownOn: TODAY },
    });
    expect(view.ok && view.value?.assumptions.map(({ id }) => id)).toContain('same-company');
  });

  it.each([
    [
      'a source that is not there',
      ['- fennick.txt', '- fenick.txt'],
      ['SOURCE_NOT_FOUND at deal.yaml:6:5 sources[0]: fenick.txt: there is no file here'],
    ],
    [
      'every source that cannot be used, in one go',
      ['- fennick.txt', '- "*.pdf"\n  - void.txt\n  - undated.txt'],
      [
        'SOURCE_NOT_FOUND at deal.yaml:6:5 sources[0]: *.pdf: there is no file here',
        'EMPTY_DOCUMENT at deal.yaml:7:5 sources[1]: void.txt: void.txt: the document is empty',
        expect.stringMatching(
          /^PUBLISHED_NEEDED at deal\.yaml:8:5 sources\[2\]: undated\.txt: undated\.txt: the document does not say when/,
        ),
      ],
    ],
    [
      'a deal that the sources do not tell of',
      ['year: 2025', 'year: 2024'],
      [
        expect.stringMatching(
          /^UNKNOWN_DEAL at deal\.yaml deal: no such deal of Fennick was known on 2026-01-15; expected one of fennick-2025-/,
        ),
      ],
    ],
    [
      'a typo',
      ['sources:', 'soures:'],
      ['UNKNOWN_FIELD at deal.yaml:5:1 soures: there is no field "soures"; did you mean "sources"?'],
    ],
  ])('is refused with its line and column for %s', async (_, [from, to], lines) => {
    const refused = await model(FILE.replace(from as string, to as string));
    expect(refused).toEqual({ ok: false, lines });
  });

  it('has no deal before its sources were published', async () => {
    const refused = await model(FILE, { knownOn: '2025-06-01' });
    expect(refused).toEqual({
      ok: false,
      lines: ['UNKNOWN_DEAL at deal.yaml deal: no such deal of Fennick was known on 2025-06-01'],
    });
  });
});
