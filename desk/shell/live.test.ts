import assert from 'node:assert/strict';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { refresh } from './live.ts';

describe('after somebody acted on a dossier', () => {
  it('what is shown is fetched again, and no list comes out of memory with steps that are done', async () => {
    const client = new QueryClient();
    client.setQueryData(['GET /api/tasks', {}, { scope: 'mine' }], ['examine']);
    client.setQueryData(['GET /api/session', {}, {}], 'thuly');
    const shown: unknown[] = [];
    const stop = new QueryObserver(client, { queryKey: ['GET /api/desk/dossiers/:id', { id: 'd' }, {}], queryFn: () => `answer ${shown.push('asked')}` }).subscribe(() => undefined);
    await client.refetchQueries({ type: 'active' });
    const before = shown.length;
    await refresh(client);
    stop();
    assert.equal(shown.length, before + 1);
    assert.equal(client.getQueryData(['GET /api/tasks', {}, { scope: 'mine' }]), undefined);
    assert.equal(client.getQueryData(['GET /api/session', {}, {}]), 'thuly');
    client.clear();
  });
});
