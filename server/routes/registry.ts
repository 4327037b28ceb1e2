import type { Handlers } from '../http/handler.ts';
import type { Services } from '../services.ts';
import { alertHandlers } from './alerts.ts';
import { areaHandlers } from './areas.ts';
import { beginningHandlers } from './beginnings.ts';
import { begunHandlers } from './begun.ts';
import { calendarHandlers } from './calendars.ts';
import { adoptionHandlers } from './adoption.ts';
import { callHandlers } from './calls.ts';
import { deskHandlers } from './desk.ts';
import { designerHandlers } from './designer.ts';
import { dossierHandlers } from './dossiers.ts';
import { draftHandlers } from './drafts.ts';
import { dutyHandlers } from './duty.ts';
import { figureHandlers } from './figures.ts';
import { historyHandlers } from './history.ts';
import { intakeHandlers } from './intake.ts';
import { incidentHandlers } from './incidents.ts';
import { jobHandlers } from './jobs.ts';
import { nearbyHandlers } from './nearby.ts';
import { outsideWorkHandlers } from './outside-work.ts';
import { messageChoiceHandlers } from './message-choice.ts';
import { messageHandlers } from './messages.ts';
import { moveHandlers } from './moves.ts';
import { packageHandlers } from './packages.ts';
import { paperHandlers } from './papers.ts';
import { connectorHandlers } from './connectors.ts';
import { moneyHandlers } from './money.ts';
import { paymentHandlers } from './payments.ts';
import { organisationHandlers } from './organisation.ts';
import { levelDelegationHandlers } from './level-delegations.ts';
import { unitSettingHandlers } from './unit-settings.ts';
import { peopleHandlers } from './people.ts';
import { planningHandlers } from './planning.ts';
import { postingHandlers } from './postings.ts';
import { procedureHandlers } from './procedures.ts';
import { serviceHandlers } from './service.ts';
import { sessionHandlers } from './session.ts';
import { taskHandlers } from './tasks.ts';
import { trackHandlers } from './track.ts';
import { trialHandlers } from './trials.ts';
import { transferHandlers } from './transfers.ts';
import { uploadHandlers } from './uploads.ts';
import { pushHandlers } from './push.ts';
import { watchHandlers } from './watches.ts';

/** A handler for every route of the map; complete at compile time. */
export const handlersOf = (services: Services) => ({
  ...sessionHandlers(services), ...procedureHandlers(services), ...draftHandlers(services), ...uploadHandlers(services), ...paperHandlers(services),
  ...dossierHandlers(services), ...messageHandlers(services), ...messageChoiceHandlers(services), ...paymentHandlers(services), ...moneyHandlers(services), ...intakeHandlers(services), ...connectorHandlers(services), ...taskHandlers(services), ...deskHandlers(services), ...beginningHandlers(services), ...begunHandlers(services),
  ...trackHandlers(services), ...calendarHandlers(services), ...peopleHandlers(services), ...levelDelegationHandlers(services), ...unitSettingHandlers(services), ...organisationHandlers(services), ...designerHandlers(services), ...callHandlers(services), ...adoptionHandlers(services), ...packageHandlers(services), ...incidentHandlers(services), ...jobHandlers(services), ...moveHandlers(services), ...outsideWorkHandlers(services), ...transferHandlers(services), ...trialHandlers(services), ...historyHandlers(services), ...planningHandlers(services), ...figureHandlers(services), ...postingHandlers(services), ...alertHandlers(services), ...areaHandlers(services), ...watchHandlers(services), ...pushHandlers(services), ...nearbyHandlers(services), ...dutyHandlers(services), ...serviceHandlers(services),
}) satisfies Handlers;
