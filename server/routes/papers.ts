import type { Readable } from 'node:stream';
import { buffer as readAll } from 'node:stream/consumers';
import { noteAccess } from '../access/access-log.ts';
import { findDossier, seesEvidence } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import type { Handlers, RawReply } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { cleanCopy } from '../pictures/clean-copy.ts';
import { isPhoto } from '../pictures/clean-picture.ts';
import type { Services } from '../services.ts';
import { throttle } from '../session/throttle.ts';
import { commonName } from '../signing/common-name.ts';
import { signatureIn } from '../signing/pdf-signature.ts';
import { disposition } from '../uploads/file-name.ts';
import { maskedName } from '../views/account-view.ts';
import { forApplicant } from '../views/letter-view.ts';
import { signatureView, signedOf } from '../letters/signed.ts';
import { addedRoles } from '../access/held-roles.ts';
import { isSigning } from '../letters/signer.ts';
import { namesOf } from '../views/names.ts';
import type { Context } from 'koa';

/** Types that a browser shows without running anything of them. */
const showable = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);

interface Paper { readonly sha256: string; readonly size: number; readonly type: string; readonly name: string }

export const paperHandlers = (services: Services) => {
  const { store, files, runtime } = services;
  const misses = throttle(60, 3600);

  const bytesOf = async (sha256: string): Promise<Readable> => {
    const stream = await files.get(sha256);
    if (stream === undefined) throw new Error(`expected the bytes ${sha256} of a row, but there are none`);
    return stream;
  };
  const reply = async (context: Context, paper: Paper, inline: boolean, copy?: Buffer): Promise<RawReply> => {
    const shown = inline && showable.has(paper.type);
    setPolicy(context, shown ? 'shown' : 'data');
    return {
      content: copy ?? (await bytesOf(paper.sha256)), type: paper.type, length: copy?.length ?? paper.size,
      headers: { 'Content-Disposition': disposition(shown ? 'inline' : 'attachment', paper.name), 'Cache-Control': 'private, no-store' },
    };
  };

  return {
    'GET /api/files/:id': async ({ params, query, actor, context, at, requestId }) => {
      const { file, evidence } = await store.transaction(async (tx) => {
        const file = await tx.files.first({ id: params.id });
        if (file === undefined) throw notFound();
        if (file.dossierId === null) {
          if (file.ownerAccount !== actor.account.id) throw notFound();
          return { file, evidence: true };
        }
        const dossier = await findDossier(tx, actor, file.dossierId);
        await noteAccess(tx, actor, { id: services.newId(), dossierId: dossier.id, action: 'file', requestId, at });
        return { file, evidence: seesEvidence(actor, file, dossier) };
      });
      return reply(context, file, query.inline === '1', evidence || !isPhoto(file.type) ? undefined : await cleanCopy(files, file));
    },

    'GET /api/letters/:id': async ({ params, query, actor, context, at, requestId }) => {
      const letter = await store.transaction((tx) => openLetter(tx, actor, params.id, { id: services.newId(), requestId, at }));
      return reply(context, { ...letter, type: 'application/pdf', name: `${letter.title.vi}.pdf` }, query.inline === '1');
    },

    'GET /api/verify/:code': async ({ params, context }) => {
      await misses.take(context.ip);
      const found = await store.read(async (tx) => {
        const letter = await tx.letters.first({ verifyCode: params.code.toUpperCase() });
        const dossier = letter && (await tx.dossiers.first({ id: letter.dossierId }));
        if (letter === undefined || dossier === undefined) return undefined;
        const pack = await services.library.version(tx, dossier.procedureHash);
        const later = await tx.letters.count({ dossierId: dossier.id, letter: letter.letter, issuedAt: { gt: letter.issuedAt } });
        const done = letter.capacity === null ? [] : await tx.tasks.find({ dossierId: dossier.id, status: 'completed' }, { order: [['closedAt', 'desc']] });
        const signed = done.find(isSigning(await addedRoles(tx, done.map(({ role }) => role))));
        const names = await namesOf(tx, [dossier.unitId], [signed?.closedBy ?? null]);
        return { letter, dossier, pack, later, signer: names.person(signed?.closedBy ?? null)?.name ?? null, unit: names.unit(dossier.unitId) };
      });
      if (found === undefined) throw notFound();
      await misses.giveBack(context.ip);
      const { letter, dossier, pack, later, signer, unit } = found;
      const verdict = await runtime.verify(dossier.id);
      const signed = pack === undefined ? null : signedOf(pack, dossier.data, letter);
      // Of the bytes as they are now, not of what the row says of them.
      const inFile = signed?.digest == null ? undefined : signatureIn(await readAll(await bytesOf(letter.sha256)));
      const holds = signed?.digest == null ? null : inFile !== undefined && inFile.holds && inFile.unchanged && inFile.digest.toString('hex') === signed.digest;
      return {
        name: letter.title, number: letter.number, issuedAt: letter.issuedAt, unit, signer, procedure: pack?.procedure.name ?? letter.title, dossierCode: dossier.code,
        holderMasked: dossier.applicantName === null ? null : maskedName(dossier.applicantName), sha256: letter.sha256, standing: letter.revokedAt !== null ? 'revoked' : later > 0 ? 'replaced' : 'valid',
        signature: pack === undefined ? null : signatureView(pack, dossier.data, letter), signatureHolds: holds, certifiedBy: inFile === undefined ? null : commonName(inFile.certificate.issuer),
        recordIntact: verdict.faults.length === 0,
      };
    },
  } satisfies Partial<Handlers>;
};

async function openLetter(tx: Parameters<typeof findDossier>[0], actor: Actor, id: string, look: { readonly id: string; readonly requestId: string; readonly at: string }) {
  const letter = await tx.letters.first({ id });
  if (letter === undefined) throw notFound();
  const dossier = await findDossier(tx, actor, letter.dossierId);
  const shown = actor.account.id === dossier.applicantAccount ? forApplicant(await tx.payments.find({ dossierId: dossier.id })) : {};
  if ((await tx.letters.first({ id, ...shown })) === undefined) throw notFound();
  await noteAccess(tx, actor, { ...look, dossierId: dossier.id, action: 'letter' });
  return letter;
}
