import { createContext, type ReactNode } from 'react';
import type { Finding } from '../../server/api/designer.ts';

/** What can be done about a finding where it is shown: see how it comes about, mend it. */
export const FindingActs = createContext<(finding: Finding) => ReactNode>(() => null);
