import type { FileValue } from '../../forms/form.ts';
import { addressOf } from '../../ui/api.ts';

export const fileHref = ({ file }: FileValue): string => addressOf('GET /api/files/:id', { id: file });
