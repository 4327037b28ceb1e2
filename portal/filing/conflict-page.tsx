import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { forgetOnDevice } from '../shell/device-copy.ts';
import { useText } from './words.ts';

/** The draft was changed on another device: this copy must not overwrite it. */
export const ConflictPage = () => {
  const text = useText();
  const reload = () => {
    forgetOnDevice();
    location.reload();
  };
  return (
    <Page title={text('conflictTitle')}>
      <p>{text('conflictHint')}</p>
      <Button kind="main" onClick={reload}>{text('conflictReload')}</Button>
    </Page>
  );
};
