interface PdfProps {
  readonly className: string;
  readonly src: string;
  readonly title: string;
}

/** A PDF of our own server inside the page. */
export const Pdf = ({ className, src, title }: PdfProps) => (
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's PDF viewer does not run in a sandbox; the answer's own policy lets nothing run
  <iframe className={className} src={src} title={title} />
);
