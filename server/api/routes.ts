import type { Route } from './route.ts';
import { AppView } from './app.ts';
import { AnyJson, AnyObject } from './shape.ts';
import * as alert from './alert.ts';
import * as area from './area.ts';
import * as calendar from './calendar.ts';
import * as beginning from './beginning.ts';
import * as begun from './begun.ts';
import * as desk from './desk.ts';
import * as adoption from './adoption.ts';
import * as calls from './calls.ts';
import * as delegation from './delegation.ts';
import * as designer from './designer.ts';
import * as trial from './trial.ts';
import * as dossier from './dossier.ts';
import * as rating from './rating.ts';
import * as draft from './draft.ts';
import * as duty from './duty.ts';
import * as fee from './fee.ts';
import * as figures from './figures.ts';
import * as file from './file.ts';
import * as history from './history.ts';
import * as flight from './in-flight.ts';
import * as intake from './intake.ts';
import * as incident from './incident.ts';
import * as job from './job.ts';
import * as outside from './outside-work.ts';
import * as letter from './letter.ts';
import * as message from './message.ts';
import * as money from './money.ts';
import * as move from './move.ts';
import * as organisation from './organisation.ts';
import * as people from './people.ts';
import * as maps from './map.ts';
import * as planning from './planning.ts';
import * as lookUp from './look-up.ts';
import * as nearby from './nearby.ts';
import { Postings } from './posting.ts';
import * as procedure from './procedure.ts';
import * as session from './session.ts';
import * as task from './task.ts';
import * as track from './track.ts';
import * as transfer from './transfer.ts';
import * as messageChoice from './message-choice.ts';
import * as push from './push.ts';
import * as watch from './watch.ts';
import * as unitSetting from './unit-setting.ts';
import { Health } from './health.ts';

const pdf = { raw: 'application/pdf' } as const;
const bytes = { raw: 'application/octet-stream' } as const;
const script = { raw: 'text/javascript' } as const;
const zip = { raw: 'application/zip' } as const;
const manifest = { raw: 'application/manifest+json' } as const;
const rss = { raw: 'application/rss+xml' } as const;
const cap = { raw: 'application/cap+xml' } as const;
const csv = { raw: 'text/csv' } as const;
const html = { raw: 'text/html' } as const;
const geojson = { raw: 'application/geo+json' } as const;
const nothing = { empty: 204 } as const;
const redirect = { empty: 302 } as const;

/**
 * Every route of the server: the source of validation, of the OpenAPI document, of the access matrix,
 * and of the types of the apps' client.
 */
export const routes = {
  // Signing in
  'GET /api/session': { summary: 'Who is signed in', access: 'anyone', response: session.SessionView, problems: [] },
  'GET /api/session/options': { summary: 'Ways to sign in', access: 'anyone', response: session.SignInOptions, problems: [] },
  'POST /api/session': { summary: 'Sign in with a password', access: 'anyone', body: session.SignIn, response: session.SessionView, problems: ['wrong-credentials', 'too-many-requests'] },
  'DELETE /api/session': { summary: 'Sign out', access: 'anyone', response: nothing, problems: [] },
  'POST /api/session/password': { summary: 'Change one’s own password; all other sessions end', access: 'account', body: session.ChangePassword, response: nothing, problems: ['too-many-requests'] },
  'GET /api/session/openid': { summary: 'Go to the OpenID provider', access: 'anyone', query: session.OpenIdStart, response: redirect, problems: ['unavailable'] },
  'GET /api/session/openid/answer': { summary: 'Return from the OpenID provider', access: 'anyone', query: session.OpenIdAnswer, response: redirect, problems: ['wrong-credentials', 'unavailable'] },

  // Procedures, for everyone
  'GET /api/app': { summary: 'The citizen’s app of this agency', access: 'anyone', response: AppView, problems: [] },
  'GET /manifest.webmanifest': { summary: 'The same for a phone that keeps it as an app', access: 'anyone', response: manifest, problems: [] },
  'GET /api/procedures': { summary: 'Published procedures', access: 'anyone', response: procedure.ProcedureList, problems: [] },
  'GET /api/procedures/:key': { summary: 'Service sheet', access: 'anyone', response: procedure.ServiceSheet, problems: [] },
  'POST /api/procedures/:key/guide': { summary: 'Answer the eligibility guide', access: 'anyone', body: procedure.GuideAnswers, response: procedure.GuideVerdict, problems: [] },
  'GET /api/procedures/:key/forms/:form': { summary: 'A form', access: 'anyone', query: procedure.OfVersion, response: procedure.FormView, problems: [] },
  'GET /api/procedures/:key/forms/:form/validator.js': { summary: 'Precompiled validator of a form', access: 'anyone', query: procedure.OfVersion, response: script, problems: [] },
  'GET /api/procedures/:key/resources/:name': { summary: 'Sample drawing or guide', access: 'anyone', query: procedure.OfVersion, response: bytes, problems: [] },
  'GET /api/units': { summary: 'Units', access: 'anyone', query: procedure.UnitFilter, response: procedure.UnitList, problems: [] },

  // Planning, for everyone
  'GET /api/map': { summary: 'Roads around a place, to show it on', access: 'anyone', query: maps.MapQuery, response: maps.MapAround, problems: ['not-found'] },
  'GET /api/planning': { summary: 'Maps of planning in force', access: 'anyone', response: planning.PlanningData, problems: [] },
  'GET /api/planning/look-up': { summary: 'What is planned at a place', access: 'anyone', query: planning.PlanningQuery, response: planning.PlanningFound, problems: [] },
  'GET /api/planning/layers': { summary: 'All versions of the map layers', access: 'admin', response: planning.LayerVersions, problems: [] },
  'POST /api/planning/layers': { summary: 'Take in a GeoJSON file as the next version of a map layer', access: 'admin', query: planning.NewLayer, body: geojson, response: planning.LayerTaken, status: 201, problems: ['too-large'] },

  // Public postings
  'GET /api/postings': { summary: 'Papers that are posted publicly now', access: 'anyone', response: Postings, problems: [] },
  'GET /api/postings.rss': { summary: 'The same as a feed', access: 'anyone', response: rss, problems: [] },

  // Traffic, floods and the like
  'GET /api/alerts': { summary: 'What offices tell of traffic and floods now, and what ended lately', access: 'anyone', response: alert.Alerts, problems: [] },
  'GET /api/alerts.rss': { summary: 'What is in force as a feed', access: 'anyone', response: rss, problems: [] },
  'GET /api/alerts.geojson': { summary: 'What is in force as GeoJSON', access: 'anyone', response: geojson, problems: [] },
  'GET /api/alerts/:id': { summary: 'One alert with all that was told of it', access: 'anyone', response: alert.AlertPage, problems: [] },
  'GET /api/alerts/:id/cap.xml': { summary: 'A message of the Common Alerting Protocol 1.2: the newest, or the version that is asked for', access: 'anyone', query: alert.AlertVersionQuery, response: cap, problems: [] },

  'GET /api/account/messages': { summary: 'By what I hear of my dossiers besides the portal', access: 'citizen', response: messageChoice.MessageChoice, problems: [] },
  'PUT /api/account/messages': { summary: 'Choose it, or end it', access: 'citizen', body: messageChoice.ChooseMessages, response: messageChoice.MessageChoice, problems: [] },
  'GET /api/push': { summary: 'My devices that get what I am told as a push, and the key to subscribe with', access: 'account', response: push.Pushes, problems: [] },
  'PUT /api/push/devices': { summary: 'Have it come to this device', access: 'account', body: push.PushDevice, response: push.Pushes, problems: ['rejected'] },
  'POST /api/push/devices/here': { summary: 'Whether it comes to this device; what came here for somebody else ends', access: 'account', body: push.PushHere, response: push.PushIsHere, problems: [] },
  'DELETE /api/push/devices/:id': { summary: 'It comes to a device no more', access: 'account', response: nothing, problems: [] },
  'GET /api/watches': { summary: 'Places that I follow, and what was told of them', access: 'citizen', response: watch.Watches, problems: [] },
  'POST /api/watches': { summary: 'Follow a place', access: 'citizen', body: watch.NewWatch, response: watch.WatchView, status: 201, idempotent: true, problems: ['rejected'] },
  'DELETE /api/watches/:id': { summary: 'Follow a place no longer', access: 'citizen', response: nothing, problems: [] },
  'PUT /api/watches/read': { summary: 'I have read what was told up to an instant', access: 'citizen', body: watch.WatchesRead, response: nothing, problems: [] },

  // Open data
  'GET /api/open-data/clock': { summary: 'How long offices really take', access: 'anyone', response: figures.PublicClock, problems: [] },
  'GET /api/open-data/clock.csv': { summary: 'The same as a table', access: 'anyone', response: csv, problems: [] },

  // Drafts, of the citizen who writes them
  'GET /api/drafts': { summary: 'My drafts', access: 'citizen', query: draft.DraftFilter, response: draft.DraftList, problems: [] },
  'POST /api/drafts': { summary: 'Begin a draft', access: 'citizen', body: draft.NewDraft, response: draft.Draft, status: 201, idempotent: true, problems: [] },
  'GET /api/drafts/:id': { summary: 'A draft', access: 'citizen', response: draft.Draft, problems: [] },
  'PUT /api/drafts/:id': { summary: 'Save a draft', access: 'citizen', body: draft.SaveDraft, response: draft.DraftSaved, problems: ['revision-conflict'] },
  'DELETE /api/drafts/:id': { summary: 'Throw a draft away', access: 'citizen', response: nothing, problems: [] },
  'POST /api/drafts/:id/check': { summary: 'Check the answers; fee, unit and time', access: 'citizen', response: draft.DraftChecked, problems: [] },
  'POST /api/drafts/:id/file': { summary: 'File the dossier', access: 'citizen', body: draft.FileDraft, response: draft.Filed, status: 201, idempotent: true, problems: ['revision-conflict', 'rejected'] },

  // What others report around a place
  'GET /api/drafts/:id/look-ups': { summary: 'What the house looks up for the questions of a draft, and the answers that it means', access: 'citizen', response: lookUp.LookedUpNow, problems: [] },
  'GET /api/drafts/:id/nearby': { summary: 'What is open of the same kind around the place of a draft', access: 'citizen', response: nearby.Nearby, problems: [] },
  'GET /api/nearby/:id/pictures/:picture': { summary: 'The copy of a picture, without what the camera wrote', access: 'citizen', response: bytes, problems: ['file-refused'] },
  'POST /api/nearby/:id/follow': { summary: 'Follow it instead of applying for the same', access: 'citizen', response: nearby.Following, idempotent: true, problems: ['rejected'] },
  'DELETE /api/nearby/:id/follow': { summary: 'Follow it no more', access: 'citizen', response: nothing, problems: [] },
  'GET /api/follows': { summary: 'What I follow, and how it stands', access: 'citizen', response: nearby.Follows, problems: [] },
  'PUT /api/follows/read': { summary: 'Mark it as read', access: 'citizen', body: nearby.FollowsRead, response: nothing, problems: [] },

  // Files
  'POST /api/files': { summary: 'Upload files for a field', access: 'account', query: file.UploadTarget, body: { raw: 'multipart/form-data' }, response: file.Uploaded, status: 201, problems: ['file-refused'] },
  'GET /api/files/:id': { summary: 'Download a file', access: 'account', query: file.Download, response: bytes, problems: ['file-refused'] },

  // Dossiers, of the citizen who filed them
  'GET /api/dossiers': { summary: 'My dossiers', access: 'citizen', response: dossier.MyDossiers, problems: [] },
  'GET /api/dossiers/:id': { summary: 'My dossier', access: 'citizen', response: dossier.DossierView, problems: [] },
  'POST /api/dossiers/:id/withdraw': { summary: 'Withdraw the dossier', access: 'citizen', body: dossier.Withdraw, response: dossier.Acted, idempotent: true, problems: ['version-conflict', 'dossier-closed', 'rejected'] },
  'POST /api/dossiers/:id/rating': { summary: 'Rate the service', access: 'citizen', body: rating.Rate, response: nothing, problems: ['rejected'] },
  'GET /api/dossiers/:id/messages': { summary: 'Messages and notices', access: 'account', response: dossier.Messages, problems: [] },
  'PUT /api/dossiers/:id/messages/read': { summary: 'I have read the messages up to an instant', access: 'account', body: dossier.ReadUntil, response: nothing, problems: [] },
  'POST /api/dossiers/:id/messages': { summary: 'Write a message', access: 'account', body: dossier.NewMessage, response: dossier.Message, status: 201, idempotent: true, problems: [] },
  'GET /api/dossiers/:id/record': { summary: 'The record of the dossier and its proof', access: 'account', response: dossier.RecordProof, problems: [] },

  // Payment
  'POST /api/payments/:id/start': { summary: 'Go and pay', access: 'citizen', response: fee.PaymentStarted, problems: ['payment-closed', 'unavailable'] },
  'GET /api/payments/:id': { summary: 'A payment', access: 'citizen', response: fee.PaymentView, problems: [] },
  'POST /api/payments/callbacks/:provider': { summary: 'Signed notice of a payment provider', access: 'anyone', body: { raw: 'application/json' }, response: AnyJson, problems: [] },
  'GET /api/payments/callbacks/:provider': { summary: 'Notice of a payment provider that signs a query', access: 'anyone', response: AnyJson, problems: [] },
  'GET /pay/:reference': { summary: 'Page with the QR code of a payment', access: 'anyone', response: html, problems: ['unavailable'] },
  'POST /api/connectors/answers/:job': { summary: 'Signed answer of a system outside to work that waits for it', access: 'anyone', body: { raw: 'application/json' }, response: fee.CallbackKept, problems: ['unavailable'] },
  'POST /api/intake/:provider/dossiers': { summary: 'Signed dossier that was filed at a portal outside', access: 'anyone', body: { raw: 'application/json' }, response: intake.IntakeTaken, problems: ['rejected', 'unavailable'] },
  'GET /national-portal': { summary: 'Page of the simulated national portal', access: 'anyone', response: html, problems: [] },
  'POST /national-portal': { summary: 'File a made-up dossier at the simulated national portal', access: 'anyone', body: { raw: 'application/x-www-form-urlencoded' }, response: html, problems: [] },
  'GET /bank/:reference': { summary: 'Page of the simulated bank', access: 'anyone', response: html, problems: [] },
  'POST /bank/:reference': { summary: 'Pay or cancel at the simulated bank', access: 'anyone', body: { raw: 'application/x-www-form-urlencoded' }, response: redirect, problems: [] },

  // Steps
  'GET /api/tasks': { summary: 'Worklist', access: 'staff', query: task.WorklistQuery, response: task.Worklist, problems: [] },
  'GET /api/tasks/:id': { summary: 'A step', access: 'account', response: task.TaskView, problems: [] },
  'POST /api/tasks/:id/claim': { summary: 'Take a step', access: 'staff', body: task.ExpectVersion, response: task.TaskView, idempotent: true, problems: ['task-taken', 'task-closed', 'four-eyes'] },
  'POST /api/tasks/:id/release': { summary: 'Give a step back', access: 'staff', body: task.ExpectVersion, response: task.TaskView, idempotent: true, problems: ['task-taken', 'task-closed'] },
  'POST /api/tasks/:id/assign': { summary: 'Give a step to someone', access: 'staff', body: task.AssignTask, response: task.TaskView, idempotent: true, problems: ['task-taken', 'task-closed', 'four-eyes'] },
  'POST /api/tasks/:id/complete': { summary: 'Do a step', access: 'account', body: task.CompleteTask, response: task.TaskCompleted, idempotent: true, problems: ['version-conflict', 'task-taken', 'task-closed', 'four-eyes', 'rejected'] },
  'POST /api/tasks/:id/raise': { summary: 'Report that a step cannot be done, or that somebody above must know', access: 'account', body: task.RaiseFromTask, response: task.TaskCompleted, idempotent: true, problems: ['version-conflict', 'task-taken', 'task-closed', 'four-eyes'] },
  'POST /api/tasks/:id/letters/:letter/preview': { summary: 'See a letter before deciding', access: 'staff', body: task.PreviewLetter, response: pdf, problems: ['rejected'] },

  // The desk's view of dossiers
  'GET /api/desk/beginnings': { summary: 'Dossiers of the office that I may begin', access: 'staff', response: beginning.Beginnings, problems: [] },
  'GET /api/desk/begun': { summary: 'Dossiers that I began, whose turn it is, and what was done last', access: 'staff', query: begun.BegunQuery, response: begun.BegunRows, problems: [] },
  'POST /api/desk/dossiers': { summary: 'Begin a dossier that nobody applies for', access: 'staff', body: beginning.BeginDossier, response: beginning.DossierBegun, status: 201, idempotent: true, problems: ['rejected'] },
  'GET /api/desk/dossiers': { summary: 'Search dossiers', access: 'staff', query: desk.DossierSearch, response: desk.DossierRows, problems: [] },
  'GET /api/desk/dossiers/:id': { summary: 'A dossier for those who work on it', access: 'staff', response: desk.DeskDossier, problems: [] },
  'GET /api/desk/dossiers/:id/place': { summary: 'The area and household where a dossier lies, what it is about, and work about it', access: 'staff', response: area.DossierPlace, problems: [] },
  'GET /api/desk/dossiers/:id/control-sheet': { summary: 'The process-control slip, from the record as it stands', access: 'staff', response: pdf, problems: [] },
  'POST /api/desk/dossiers/:id/notes': { summary: 'Write a private note', access: 'staff', body: desk.NewNote, response: desk.Note, status: 201, idempotent: true, problems: [] },

  'POST /api/desk/dossiers/:id/steps': { summary: 'Begin or end steps that have no order', access: 'staff', body: move.BeginStep, response: move.Moved, idempotent: true, problems: ['version-conflict', 'dossier-closed', 'rejected'] },

  // Money that came beyond or instead of a fee
  'GET /api/desk/money': { summary: 'Payments of which money is odd or is given back, or those of one dossier', access: 'staff', query: money.MoneyQuery, response: money.MoneyCases, problems: [] },
  'POST /api/desk/money/:id': { summary: 'Settle money: count it as the fee, lower a fee, say it was settled elsewhere, or give it back', access: 'staff', body: money.Settle, response: money.MoneyCase, idempotent: true, problems: ['rejected', 'payment-closed'] },
  'POST /api/desk/refunds/:id': { summary: 'Approve or decline a refund; try again or abandon what the provider did not do', access: 'staff', body: money.DecideRefund, response: money.MoneyCase, idempotent: true, problems: ['rejected', 'payment-closed', 'four-eyes'] },

  // On duty
  'GET /api/desk/duty': { summary: 'What is open of a procedure that counts by the minute, and who is on duty', access: 'staff', query: duty.DutyQuery, response: duty.DutyList, problems: [] },
  'GET /api/desk/shifts': { summary: 'Who is on duty when', access: 'staff', response: duty.Roster, problems: [] },
  'POST /api/desk/shifts': { summary: 'Put somebody on duty', access: 'staff', body: duty.NewShift, response: duty.RosterShift, status: 201, idempotent: true, problems: [] },
  'DELETE /api/desk/shifts/:id': { summary: 'End a shift, or call it off', access: 'staff', response: nothing, problems: [] },

  // The register of residential areas and households
  'GET /api/areas': { summary: 'Residential areas, and with words to search by households', access: 'staff', query: area.AreaQuery, response: area.Areas, problems: [] },
  'POST /api/areas': { summary: 'Add an area', access: 'staff', body: area.NewArea, response: area.Kept, status: 201, idempotent: true, problems: [] },
  'POST /api/areas/import': { summary: 'Take in areas or households from GeoJSON: new codes are added, known ones changed', access: 'staff', query: area.AreaImportQuery, body: geojson, response: area.AreasTaken, problems: ['too-large'] },
  'GET /api/areas/:id': { summary: 'An area with its households, dossiers and work', access: 'staff', response: area.AreaPage, problems: [] },
  'PUT /api/areas/:id': { summary: 'Change an area', access: 'staff', body: area.AreaFields, response: nothing, problems: [] },
  'POST /api/areas/:id/end': { summary: 'An area ends, or is opened again', access: 'staff', body: area.EndArea, response: nothing, problems: [] },
  'POST /api/households': { summary: 'Add a household', access: 'staff', body: area.NewHousehold, response: area.Kept, status: 201, idempotent: true, problems: [] },
  'GET /api/households/:id': { summary: 'A household', access: 'staff', response: area.HouseholdPage, problems: [] },
  'PUT /api/households/:id': { summary: 'Change a household', access: 'staff', body: area.HouseholdFields, response: nothing, problems: [] },
  'POST /api/households/:id/end': { summary: 'A household ends, or is opened again', access: 'staff', body: area.EndArea, response: nothing, problems: [] },
  'POST /api/households/persons': { summary: 'Take in persons of households from a list: new ones are added, known ones changed', access: 'staff', body: area.PersonList, response: area.PersonsTaken, problems: [] },
  'POST /api/households/:id/persons': { summary: 'Add a person to a household', access: 'staff', body: area.PersonFields, response: area.Kept, status: 201, idempotent: true, problems: [] },
  'PUT /api/households/:id/persons/:person': { summary: 'Change what is known of a person of a household', access: 'staff', body: area.PersonFields, response: nothing, problems: [] },
  'DELETE /api/households/:id/persons/:person': { summary: 'Erase a person of a household', access: 'staff', response: nothing, problems: [] },
  'DELETE /api/households/:id/people': { summary: 'Erase who heads a household, how many live there, and its persons', access: 'staff', response: nothing, problems: [] },

  // Letters, tracking, verification
  'GET /api/letters/:id': { summary: 'A letter as PDF', access: 'account', query: file.Download, response: pdf, problems: [] },
  'POST /api/track': { summary: 'Track a dossier by code and second factor', access: 'anyone', body: track.TrackQuery, response: track.Tracked, problems: ['too-many-requests'] },
  'GET /api/verify/:code': { summary: 'Verify a paper by its code', access: 'anyone', response: letter.VerifiedLetter, problems: ['too-many-requests'] },

  // The designer
  'GET /api/designer/procedures': { summary: 'Packages', access: 'designer', response: designer.DesignerProcedures, problems: [] },
  'POST /api/designer/procedures': { summary: 'Begin a procedure', access: 'designer', body: designer.NewProcedure, response: designer.DraftBegun, status: 201, problems: ['key-taken', 'file-refused'] },
  'POST /api/designer/procedures/import': { summary: 'Take in a zipped package as a draft', access: 'designer', query: designer.SeenQuery, body: zip, response: designer.DraftBegun, status: 201, problems: ['key-taken', 'revision-conflict', 'file-refused'] },
  'POST /api/designer/elsewhere/examine': { summary: 'See what files of other tools would come to as a procedure', access: 'designer', body: designer.Elsewhere, response: designer.Examined, problems: ['file-refused'] },
  'GET /api/designer/templates': { summary: 'Packages to begin from', access: 'designer', response: designer.Templates, problems: [] },
  'GET /api/designer/connectors': { summary: 'Connectors to begin from', access: 'designer', response: designer.ConnectorStock, problems: [] },
  'GET /api/designer/procedures/:key/export': { summary: 'A package as a zip', access: 'designer', query: designer.ExportQuery, response: zip, problems: [] },
  'GET /api/designer/procedures/:key': { summary: 'A package', access: 'designer', response: designer.DesignerPackage, problems: [] },
  'GET /api/designer/procedures/:key/file': { summary: 'A file of a package', access: 'designer', query: designer.FileQuery, response: designer.PackageText, problems: [] },
  'GET /api/designer/procedures/:key/texts': { summary: 'All files of a package that are text', access: 'designer', query: designer.TextsQuery, response: designer.PackageTexts, problems: [] },
  'PUT /api/designer/procedures/:key/draft': { summary: 'Save files of the draft', access: 'designer', body: designer.SavePackage, response: designer.PackageSaved, problems: ['revision-conflict'] },
  'GET /api/designer/procedures/:key/compare': { summary: 'Files that differ between two versions, or a version and the draft', access: 'designer', query: designer.CompareQuery, response: designer.Compared, problems: [] },
  'DELETE /api/designer/procedures/:key/coming/:version': { summary: 'Call off a version that was to be offered later', access: 'designer', response: nothing, problems: [] },
  'POST /api/designer/procedures/:key/restore': { summary: 'Take a former version as the draft', access: 'designer', body: designer.Restore, response: designer.PackageSaved, problems: ['revision-conflict'] },
  'DELETE /api/designer/procedures/:key/draft': { summary: 'Throw the draft away', access: 'designer', query: designer.SeenQuery, response: nothing, problems: ['revision-conflict'] },
  'POST /api/designer/procedures/:key/check': { summary: 'Check the draft', access: 'designer', body: designer.CheckPackage, response: designer.Findings, problems: [] },
  'POST /api/designer/procedures/:key/test': { summary: 'Play the scenarios of the draft', access: 'designer', body: designer.CheckPackage, response: designer.PackageTested, problems: [] },
  'GET /api/designer/procedures/:key/calls': { summary: 'What a package calls, in which version', access: 'designer', response: calls.Calls, problems: [] },
  'POST /api/designer/procedures/:key/calls/take': { summary: 'Take the called procedures along as they are offered now', access: 'designer', body: calls.TakeCalled, response: designer.PackageSaved, problems: ['revision-conflict'] },
  'GET /api/designer/procedures/:key/adoption': { summary: 'How an adopted package stands to its source', access: 'designer', response: adoption.Adoption, problems: [] },
  'POST /api/designer/procedures/:key/adoption/take': { summary: 'Take what the source changed into the draft', access: 'designer', body: adoption.TakeUpdate, response: designer.PackageSaved, problems: ['revision-conflict'] },
  'GET /api/designer/procedures/:key/counts': { summary: 'Live dossiers per step', access: 'designer', query: designer.CountQuery, response: designer.StepCounts, problems: [] },
  'POST /api/designer/procedures/:key/in-flight': { summary: 'What would become of live dossiers under the draft', access: 'designer', body: flight.LookInFlight, response: flight.InFlight, problems: [] },
  'POST /api/designer/procedures/:key/publish': { summary: 'Publish the draft as a new version', access: 'designer', body: designer.Publish, response: designer.VersionView, status: 201, idempotent: true, problems: ['revision-conflict', 'not-sound'] },
  'POST /api/designer/procedures/:key/letters/:letter/try': { summary: 'See a letter of the draft, filled from a scenario', access: 'designer', body: designer.TryLetter, response: designer.LetterTried, problems: [] },
  'GET /api/designer/procedures/:key/history': { summary: 'What real dossiers did, step by step', access: 'designer', query: history.HistoryQuery, response: history.History, problems: [] },
  'POST /api/designer/procedures/:key/replay': { summary: 'What real dossiers would have done on the draft or another version', access: 'designer', body: history.ReplayAsked, response: history.Replayed, problems: ['too-large'] },
  'POST /api/designer/procedures/:key/trial': { summary: 'Open a house in which the draft is tried out', access: 'designer', body: designer.CheckPackage, response: trial.Trial, status: 201, problems: ['not-sound', 'too-large', 'unavailable'] },
  'GET /api/designer/trials/:id': { summary: 'A trial', access: 'designer', response: trial.Trial, problems: [] },
  'POST /api/designer/trials/:id/advance': { summary: 'Move the clock of a trial on', access: 'designer', body: trial.AdvanceTrial, response: trial.Trial, problems: [] },
  'POST /api/designer/trials/:id/scenario': { summary: 'What was lived in a trial, as a scenario', access: 'designer', body: trial.RecordTrial, response: trial.TrialRecorded, problems: [] },
  'DELETE /api/designer/trials/:id': { summary: 'End a trial', access: 'designer', response: nothing, problems: [] },
  'POST /api/designer/forms/try': { summary: 'Try a form', access: 'designer', body: designer.TryForm, response: designer.FormTried, problems: [] },

  // Work for programs outside
  'POST /api/jobs/take': { summary: 'Take work in hand that waits for a program outside', access: 'program', body: job.TakeJobs, response: job.TakenJobs, idempotent: true, problems: [] },
  'POST /api/jobs/:id/complete': { summary: 'Work is done', access: 'program', body: job.CompleteJob, response: nothing, idempotent: true, problems: ['task-taken', 'dossier-closed'] },
  'POST /api/jobs/:id/fail': { summary: 'Work failed: with an error that the process catches, or to be tried again', access: 'program', body: job.FailJob, response: nothing, idempotent: true, problems: ['task-taken', 'dossier-closed'] },
  'POST /api/jobs/:id/extend': { summary: 'Keep work in hand for longer', access: 'program', body: job.ExtendJob, response: job.JobExtended, idempotent: true, problems: ['task-taken'] },

  'POST /api/messages': { summary: 'A message from a program outside, for the dossier that waits for it or to begin one', access: 'program', body: message.SendMessage, response: message.MessageTaken, idempotent: true, problems: ['rejected', 'dossier-closed'] },
  'POST /api/signals': { summary: 'A signal from a program outside, for every dossier that waits for it and every procedure that it begins', access: 'program', body: message.SendSignal, response: message.SignalTaken, idempotent: true, problems: [] },
  'POST /api/conditions': { summary: 'How things stand, from a program outside: every condition by which a dossier begins is evaluated, and each that begins to hold begins one', access: 'program', body: message.EvaluateConditions, response: message.ConditionsEvaluated, idempotent: true, problems: ['rejected'] },

  // Running the house
  'GET /api/incidents': { summary: 'Open incidents', access: 'admin', response: incident.Incidents, problems: [] },
  'POST /api/incidents/:id/retry': { summary: 'Try a failed step again', access: 'admin', body: incident.RetryIncident, response: nothing, idempotent: true, problems: ['rejected'] },
  'POST /api/incidents/:id/skip': { summary: 'Leave a failed step as if it were done', access: 'admin', body: incident.SkipIncident, response: nothing, idempotent: true, problems: ['rejected'] },
  'POST /api/failures/:failure/retry': { summary: 'Try again what the machine gave up', access: 'admin', response: nothing, idempotent: true, problems: ['rejected'] },
  'POST /api/failures/:failure/skip': { summary: 'Give up what the machine could not do', access: 'admin', body: incident.SkipFailure, response: nothing, idempotent: true, problems: [] },
  'GET /api/outside-work': { summary: 'Work that waits for programs outside', access: 'admin', response: outside.OutsideWork, problems: [] },
  'POST /api/outside-work/:id/release': { summary: 'Have such work given out again at once', access: 'admin', body: outside.ReleaseWork, response: nothing, idempotent: true, problems: ['dossier-closed'] },
  'POST /api/outside-work/:id/complete': { summary: 'Do such work by hand', access: 'admin', body: outside.DoWork, response: nothing, idempotent: true, problems: ['dossier-closed', 'rejected'] },
  'POST /api/outside-work/:id/fail': { summary: 'Answer such work by hand with a BPMN error', access: 'admin', body: outside.FailWork, response: nothing, idempotent: true, problems: ['dossier-closed', 'rejected'] },
  'GET /api/dossiers/:id/process': { summary: 'Where the process of a dossier stands', access: 'admin', response: move.ProcessView, problems: [] },
  'POST /api/dossiers/:id/move/preview': { summary: 'What a move by hand would do', access: 'admin', body: move.MoveDossier, response: move.MovePreview, problems: ['version-conflict', 'dossier-closed'] },
  'POST /api/dossiers/:id/move': { summary: 'Move the process by hand', access: 'admin', body: move.MoveDossier, response: move.Moved, idempotent: true, problems: ['version-conflict', 'dossier-closed'] },
  'GET /api/designer/procedures/:key/transfers': { summary: 'Dossiers that were taken to another version', access: 'admin', response: transfer.Transfers, problems: [] },
  'POST /api/designer/procedures/:key/transfers/examine': { summary: 'What would become of dossiers in flight under another version', access: 'admin', body: transfer.TransferPlan, response: transfer.TransferExamined, problems: ['rejected'] },
  'POST /api/designer/procedures/:key/transfers': { summary: 'Take dossiers in flight to another version', access: 'admin', body: transfer.StartTransfer, response: transfer.TransferStarted, status: 201, idempotent: true, problems: ['rejected'] },
  'POST /api/designer/procedures/:key/transfers/:id/undo': { summary: 'Take dossiers back to the former version', access: 'admin', body: transfer.UndoTransfer, response: transfer.TransferStarted, idempotent: true, problems: ['rejected'] },
  'GET /api/calendars': { summary: 'Working calendars', access: 'admin', response: calendar.Calendars, problems: [] },
  'POST /api/calendars/:id/examine': { summary: 'What another calendar would move', access: 'admin', body: calendar.ExamineCalendar, response: calendar.CalendarExamined, problems: [] },
  'PUT /api/calendars/:id': { summary: 'Change a calendar and all dates that follow from it', access: 'admin', body: calendar.SaveCalendar, response: calendar.CalendarSaved, problems: ['revision-conflict'] },
  'GET /api/roles': { summary: 'Roles of the house, those that procedures add among them, by name', access: 'staff', response: people.Roles, problems: [] },
  'GET /api/people': { summary: 'Units, staff, and who holds which role', access: 'admin', response: people.HouseOfPeople, problems: [] },
  'POST /api/organisation': { summary: 'Take units and staff from lists, all or nothing; with `check`, only say what they come to', access: 'admin', body: organisation.TakeOrganisation, response: organisation.OrganisationTaken, problems: [] },
  'GET /api/level-delegations': { summary: 'What one level of units delegates to another', access: 'admin', response: delegation.LevelDelegations, problems: [] },
  'POST /api/level-delegations': { summary: 'Delegate the competence of one level to another for a time', access: 'admin', body: delegation.DelegateLevel, response: delegation.LevelDelegation, status: 201, idempotent: true, problems: [] },
  'POST /api/level-delegations/:id/end': { summary: 'End a delegation', access: 'admin', body: delegation.EndDelegation, response: delegation.LevelDelegation, idempotent: true, problems: [] },
  'GET /api/units/:id/settings': { summary: 'What a unit sets for itself, and what procedures let it set', access: 'staff', response: unitSetting.UnitSettings, problems: [] },
  'POST /api/units/:id/settings': { summary: 'Set something for a unit from a day on', access: 'staff', body: unitSetting.SetUnit, response: unitSetting.UnitSetting, status: 201, idempotent: true, problems: [] },
  'POST /api/people/:id/roles': { summary: 'Give a role for a time', access: 'admin', body: people.GiveRole, response: people.RoleGiven, status: 201, idempotent: true, problems: [] },
  'POST /api/people/:id/password': { summary: 'Give somebody of the staff a new first password; their sessions end', access: 'admin', response: people.PasswordGiven, problems: [] },
  'POST /api/roles/:id/end': { summary: 'End a role', access: 'admin', body: people.EndRole, response: people.RoleGiven, idempotent: true, problems: [] },
  'GET /api/events': { summary: 'What changed, as it changes (server-sent events)', access: 'account', response: { raw: 'text/event-stream' }, problems: ['too-many-requests'] },
  'GET /api/openapi.json': { summary: 'This interface', access: 'anyone', response: AnyObject, problems: [] },
  'GET /healthz': { summary: 'Is the server well', access: 'anyone', response: Health, problems: ['unavailable'] },
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
