import { Inspector } from './inspect/inspector.tsx';
import { LibraryPanel } from './outline/library-panel.tsx';
import { Outline } from './outline/outline.tsx';

/** The questions of a form: the outline and the library on one side, what is selected on the other. */
export const Builder = () => (
  <div className="builder">
    <div className="builder-side">
      <Outline />
      <LibraryPanel />
    </div>
    <Inspector />
  </div>
);
