import QR from 'qrcode';

/** A QR drawn as one path, black on white in every colour scheme: scanners need it so. */
export const QrCode = ({ of, label }: { of: string; label: string }) => {
  const { modules } = QR.create(of, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const dots = Array.from(modules.data, (dark, index) => (dark ? `M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z` : '')).join('');
  const size = modules.size + 2 * quiet;
  return (
    <svg className="filed-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  );
};
