import { Link } from 'wouter';

/** A dossier's code, leading to it for whoever may read it. */
export const DossierLink = ({ dossier, dossierCode, mayRead }: { readonly dossier: string; readonly dossierCode: string; readonly mayRead: boolean }) =>
  mayRead ? <Link className="number" href={`/dossiers/${dossier}`}>{dossierCode}</Link> : <span className="number">{dossierCode}</span>;
