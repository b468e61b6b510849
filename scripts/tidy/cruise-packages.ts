import { join } from 'node:path';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../../.dependency-cruiser.mjs';
import { ROOT } from '../bootstrap/paths.mjs';

export interface Cruised {
  /** How many modules below `packages/` were looked at. */
  readonly modules: number;
  /** Each pair of packages with an import between them, e.g. "ledger -> core". */
  readonly crossings: readonly string[];
  /** One line for each broken rule: "rule: from -> to". */
  readonly violations: readonly string[];
}

/**
 * Holds the import graph of `packages/` below a folder against the rules of `.dependency-cruiser.mjs`.
 * The count of modules is returned because a cruise that sees nothing also reports nothing.
 */
export async function cruisePackages(root: string): Promise<Cruised> {
  const { options, forbidden } = configuration;
  const { output } = await cruise(
    ['packages'],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    options?.enhancedResolveOptions ?? {},
    { tsConfig: extractTsConfig(join(ROOT, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return {
    modules: ourModules(output).length,
    crossings: crossingsOf(output),
    violations: output.summary.violations.map(describe),
  };
}

function ourModules({ modules }: ICruiseResult): ICruiseResult['modules'] {
  return modules.filter((module) => module.source.startsWith('packages/'));
}

function crossingsOf(result: ICruiseResult): string[] {
  const crossings = ourModules(result).flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => resolved.startsWith('packages/') && packageOf(resolved) !== packageOf(source))
      .map(({ resolved }) => `${packageOf(source)} -> ${packageOf(resolved)}`),
  );
  return [...new Set(crossings)].sort();
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function describe({ rule, from, to }: IViolation): string {
  return `${rule.name}: ${from} -> ${to}`;
}
