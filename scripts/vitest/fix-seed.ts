import * as fc from 'fast-check';
import { FAST_CHECK_SEED } from './seed.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: FAST_CHECK_SEED });
