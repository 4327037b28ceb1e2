import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useKitText } from '../../ui/words.ts';
import { useText } from '../words.ts';

/** An address at which there is nothing. */
export const NotFound = () => {
  const text = useKitText();
  return (
    <Page title={text('notFound')}>
      <p>{text('notFoundHint')}</p>
      <ButtonLink kind="main" href="/">{text('home')}</ButtonLink>
    </Page>
  );
};

/** An address within a package at which there is nothing; `back` leads to what is nearest. */
export const NotHere = ({ back }: { back: string }) => {
  const [text, kit] = [useText(), useKitText()];
  return (
    <EmptyState title={kit('notFound')}>
      <p>{text('notHereHint')}</p>
      <ButtonLink kind="main" href={back}>{text('notHereBack')}</ButtonLink>
    </EmptyState>
  );
};
