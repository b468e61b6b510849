import { expect, test } from 'vitest';
import { dealFileJsonSchema } from '../../packages/formats/src/deal-file/index.ts';
import { caseFileJsonSchema } from '../../packages/service/src/verify/index.ts';
import { inRepo } from '../bootstrap/paths.mjs';

test('the published schema of the deal file is the one the program checks with', async () => {
  const schema = `${JSON.stringify(dealFileJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(inRepo('docs/reference/deal-file.schema.json'));
});

test('the published schema of a case file is the one the program checks with', async () => {
  const schema = `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(inRepo('docs/reference/case.schema.json'));
});
