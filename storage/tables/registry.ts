import type { TableOf } from '../table.ts';
import { accessLog } from './access-log.ts';
import { accounts } from './accounts.ts';
import { alerts, alertVersions } from './alerts.ts';
import { areaChanges, areas, dossierLinks, householdPersons, households } from './areas.ts';
import { calendars } from './calendars.ts';
import { dossiers } from './dossiers.ts';
import { drafts } from './drafts.ts';
import { dutyShifts } from './duty-shifts.ts';
import { files } from './files.ts';
import { houseLog } from './house-log.ts';
import { idempotency } from './idempotency.ts';
import { incidents } from './incidents.ts';
import { intakes } from './intakes.ts';
import { jobs } from './jobs.ts';
import { checkpointLeaves, checkpoints, journal, journalPayloads } from './journal.ts';
import { letters } from './letters.ts';
import { levelDelegations } from './level-delegations.ts';
import { messages, ratings } from './messages.ts';
import { notes } from './notes.ts';
import { outbox } from './outbox.ts';
import { moneyEntries, paymentEvents, payments } from './payments.ts';
import { planFeatures } from './plan-features.ts';
import { planLayers } from './plan-layers.ts';
import { deliveries, posts } from './posts.ts';
import { procedureDrafts, procedureVersions } from './procedures.ts';
import { programs } from './programs.ts';
import { pushDevices, pushes } from './pushes.ts';
import { readings } from './readings.ts';
import { registers } from './registers.ts';
import { roleAssignments } from './role-assignments.ts';
import { roles } from './roles.ts';
import { sessions } from './sessions.ts';
import { startConditions } from './start-conditions.ts';
import { startTimers } from './start-timers.ts';
import { startTurns } from './start-turns.ts';
import { followers, spots } from './spots.ts';
import { subscriptions } from './subscriptions.ts';
import { supplements } from './supplements.ts';
import { tasks } from './tasks.ts';
import { transferItems, transfers } from './transfers.ts';
import { units } from './units.ts';
import { unitSettings } from './unit-settings.ts';
import { messageChoices } from './message-choices.ts';
import { alertNews, watches } from './watches.ts';

/** Every table there is. Adding one is a file, a line here and a migration. */
export const tables = {
  accessLog, accounts, alertNews, alerts, alertVersions, areaChanges, areas, calendars, checkpointLeaves, checkpoints, deliveries, dossierLinks, dossiers, drafts, dutyShifts, files, followers, householdPersons, households, houseLog, idempotency, incidents, intakes, jobs, journal,
  journalPayloads, letters, levelDelegations, messageChoices, messages, moneyEntries, notes, outbox, paymentEvents, payments, planFeatures, planLayers, posts, procedureDrafts, procedureVersions, programs, pushDevices, pushes, ratings, readings, registers,
  roleAssignments, roles, sessions, spots, startConditions, startTimers, startTurns, subscriptions, supplements, tasks, transferItems, transfers, units, unitSettings, watches,
} satisfies Record<string, TableOf<never>>;
