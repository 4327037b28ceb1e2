import { useState } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Tabs } from '../../ui/tabs.tsx';
import type { Texts } from '../proof/read-package.ts';
import { useText } from '../words.ts';
import { HeatView } from './heat-view.tsx';
import { ReplayView } from './replay-view.tsx';
import { SimulationView } from './simulation-view.tsx';
import './insight.css';

/** The file of a process, and its text once it has come. */
export interface ProcessText {
  readonly path: string;
  readonly text: string | undefined;
  /** The package that it is of, for the names of what its conditions ask. */
  readonly texts: Texts | undefined;
}

/** What real dossiers did, what they would have done on what is edited, and what others may do. `process` is its file as it is edited. */
export const InsightPage = ({ opened, process, limit, nameOf }: { opened: DesignerPackage; process: ProcessText; limit: string; nameOf: (id: string) => string }) => {
  const text = useText();
  const [shown, show] = useState('heat');
  return (
    <Tabs
      label={text('insightViews')} selected={shown} onSelect={show}
      items={[
        { key: 'heat', title: text('heatMap'), panel: shown === 'heat' && <HeatView packageKey={opened.key} process={process} nameOf={nameOf} /> },
        { key: 'replay', title: text('replay'), panel: shown === 'replay' && <ReplayView opened={opened} /> },
        { key: 'simulation', title: text('simulation'), panel: shown === 'simulation' && <SimulationView opened={opened} process={process} limit={limit} nameOf={nameOf} /> },
      ]}
    />
  );
};
