import { statechartFile, bpmnFile } from '../../procedures/process-path.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { fileName } from '../decisions/table-file.ts';
import { namedIn } from './named-in.ts';

const whole = { [bpmnFile]: 'titleDrawing', [statechartFile]: 'titleChart', 'procedure.json': 'titleProcedure', 'adopted.json': 'titleAdopted', 'README.md': 'titleReadme' } as const;
const folders = { forms: 'titleForm', letters: 'titleLetter', connectors: 'titleConnector', decisions: 'titleDecision', scenarios: 'titleScenario', processes: 'titleProcess', called: 'titleCalled', resources: 'titleResource' } as const;

/** What a file of a package is, by what people call it: “Biểu mẫu “Đơn đề nghị””; of a file that is none of ours, its path. */
export function fileTitle(path: string, source: string, text: Text, language: Language): string {
  if (Object.hasOwn(whole, path)) return text(whole[path as keyof typeof whole]);
  const [, folder = '', file = ''] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  if (!Object.hasOwn(folders, folder)) return path;
  const [, application] = /^applications\/(.+)\.json$/.exec(folder === 'scenarios' ? file : '') ?? [];
  if (application !== undefined) return text('titleScenarioApplication', { name: application });
  const named = file.endsWith('.json') ? namedIn(source) : undefined;
  const name = (named && pick(named, language)) || fileName(source, language) || file.replace(/\.(json|dmn|bpmn)$/, '');
  return text(folders[folder as keyof typeof folders], { name });
}
