import { useEffect } from 'react';
import { Link } from 'wouter';
import { makeReady } from './make-ready.ts';
import { useText } from './words.ts';
import './kept.css';

/** Leads to the form that works without a network, and has it kept on the device while there is one. */
export const KeptOffer = ({ procedure, form }: { procedure: string; form: string }) => {
  const text = useText();
  useEffect(() => void makeReady(procedure, form).catch(() => undefined), [procedure, form]);
  return <p><Link className="kept-link" href={`/kept/${procedure}`}>{text('keptOffer')}</Link></p>;
};
