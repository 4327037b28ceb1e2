import { call } from '../../ui/api.ts';
import { useRoleName } from '../../ui/roles.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../words.ts';
import { EndDated } from './end-dated.tsx';
import type { Held } from './roles-here.tsx';

/** Ends a role; what is in hand is told of, and stays until somebody takes it. */
export const EndRole = ({ held, at, onClose, onDone }: { held: Held | undefined; at: string; onClose: () => void; onDone: () => Promise<void> }) => {
  const text = useText();
  const roleName = useRoleName();
  return (
    <EndDated
      open={held !== undefined} title={held ? text('endRoleAsk', { name: held.person.name, role: roleName(held.role.role) }) : ''} at={at} onClose={onClose} onDone={onDone}
      onEnd={async (body, key) => held && call('POST /api/roles/:id/end', { params: { id: held.role.id }, body, key })}
    >
      {held && held.role.inHand > 0 && <Notice kind="soon" title={text('endInHand', { count: held.role.inHand })} />}
    </EndDated>
  );
};
