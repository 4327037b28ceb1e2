import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import { useKitText } from './words.ts';
import './button.css';

/** One `main` per page; `danger` for what cannot be undone; `quiet` reads as a link but acts. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  kind?: ButtonKind;
  /** While the act runs: the button says so and refuses a second press, but keeps the focus. */
  busy?: boolean;
  small?: boolean;
  children: ReactNode;
}

const classes = (kind: ButtonKind, small: boolean) => `button button-${kind}${small ? ' button-small' : ''}`;

export const Button = ({ kind = 'plain', busy = false, small = false, type = 'button', onClick, children, ...rest }: ButtonProps) => {
  const text = useKitText();
  return (
    <button
      {...rest}
      type={type}
      className={classes(kind, small)}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy && <span className="button-spinner" aria-hidden="true" />}
      {children}
      {busy && <output className="visually-hidden">{text('loading')}</output>}
    </button>
  );
};

interface ButtonLinkProps {
  href: string;
  kind?: ButtonKind;
  small?: boolean;
  /** A link that leaves the app or downloads: no client-side routing. */
  outside?: boolean;
  download?: boolean;
  children: ReactNode;
}

/** Goes somewhere, so it is a link; looks like a button because it is the page's next step. */
export const ButtonLink = ({ href, kind = 'plain', small = false, outside = false, download = false, children }: ButtonLinkProps) =>
  outside || download ? (
    <a className={classes(kind, small)} href={href} download={download || undefined}>
      {children}
    </a>
  ) : (
    <Link className={classes(kind, small)} href={href}>
      {children}
    </Link>
  );
