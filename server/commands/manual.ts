import type { Command } from './command.ts';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

/** The commands by name, in the order in which they are told. */
export const manual: Readonly<Record<string, Command>> = {
  serve: {
    summary: 'serve the portal, the desk and the designer',
    help: [
      'motcua serve [--seed] [--port N] [--host NAME]', '',
      '  --seed       make the fictional sample ward first, when the database is empty',
      '  --port N     default 3000 (MOTCUA_PORT)', '  --host NAME  default 127.0.0.1 (MOTCUA_HOST)', '',
      'Environment: MOTCUA_URL, MOTCUA_DATABASE, MOTCUA_DATA, MOTCUA_PROXY=yes, MOTCUA_BANK_SECRET, MOTCUA_OPENID_ISSUER, MOTCUA_OPENID_CLIENT, MOTCUA_OPENID_SECRET.', '',
      'Runs until it is stopped. Exit code 0: stopped; 2: the port is taken, or the database does not open.',
    ],
    options: { seed: flag, port: text, host: text },
    load: () => import('./serve.ts'),
  },
  seed: {
    summary: 'make the fictional sample ward in an empty database',
    help: [
      'motcua seed [--json]', '', 'Units, people of each role, citizens, and dossiers in every state. A database that holds people is left alone.', '',
      '  --json  print { "made": true|false, "dossiers": number }', '', 'Exit code 0: made, or left alone; 2: the database does not open.',
    ],
    options: { json: flag },
    load: () => import('./seed.ts'),
  },
  migrate: {
    summary: 'bring the database up to date',
    help: [
      'motcua migrate [--json]', '', 'The database is MOTCUA_DATABASE: a file for SQLite (default var/motcua.sqlite) or postgres://…', '',
      '  --json  print { "migrated": true, "store": "sqlite"|"postgres" }', '', 'Exit code 0: up to date; 2: the database does not open.',
    ],
    options: { json: flag },
    load: () => import('./migrate.ts'),
  },
  worker: {
    summary: 'give a program outside a token with which it does work for dossiers, or take it back',
    help: [
      'motcua worker NAME --units UNIT[,UNIT …] [--days N] [--json]', 'motcua worker NAME --revoke [--json]', '',
      'The token is shown once; with it the program may take, complete, fail and extend work of these units (POST /api/jobs/…,',
      'Authorization: Bearer TOKEN), and nothing else. Giving a new one ends the one before.', '',
      '  --units IDS  ids of the units whose work it does', '  --days N     how long the token holds (default 365)', '  --revoke     end its token and rights', '',
      '  --json  print { "token" }, or { "revoked": true|false }', '',
      'Exit code 0: given, or taken back; 1: there is no such program; 2: a unit or name does not fit, or the database does not open.',
    ],
    takes: { called: 'NAME' },
    options: { units: text, days: text, revoke: flag, json: flag },
    load: () => import('./worker.ts'),
  },
  verify: {
    summary: 'prove that the records of dossiers were not rewritten',
    help: [
      'motcua verify [CODE …] [--json]      dossiers of the database, all when none is named', 'motcua verify --record FILE [--json]  offline: the record that a citizen downloaded (GET /api/dossiers/:id/record)', '',
      '  --json  print { "dossiers": [{ "dossier", "entries", "faults": [{ "check", "message" }] }] }', '', 'Exit code 0: nothing was rewritten; 1: a fault was found; 2: FILE is no record, or the database does not open.',
    ],
    takes: { called: 'CODE', any: true },
    options: { record: text, json: flag },
    load: () => import('./verify.ts'),
  },
  export: {
    summary: 'write a procedure of the database as a zip or a folder',
    help: [
      'motcua export KEY [--version HASH | --draft] [--out FILE.zip | FOLDER] [--json]', '',
      'Without --version or --draft it is the version that new dossiers are filed on.', '',
      '  --version HASH  another published version, by its hash or the beginning of it', '  --draft         what is being edited in the designer',
      '  --out PATH      a new .zip file, or a new or empty folder; KEY.zip without it', '',
      '  --json  print { "key", "files": number, "out": path }', '', 'Exit code 0: written; 1: there is no such procedure, version or draft; 2: PATH cannot be written, or the database does not open.',
    ],
    takes: { called: 'KEY' },
    options: { version: text, draft: flag, out: text, json: flag },
    load: () => import('./export.ts'),
  },
  import: {
    summary: 'take a zip or a folder into the database as a draft of its procedure',
    help: [
      'motcua import FILE.zip | FOLDER [--replace] [--json]', '',
      'A draft is seen in the designer, and nothing runs on it before it is published there.', '',
      '  --replace  also when the procedure is there already: in place of its draft', '',
      '  --json  print { "key", "revision": number of the draft }', '', 'Exit code 0: taken in; 1: the procedure is there already; 2: PATH cannot be read as a package, or the database does not open.',
    ],
    takes: { called: 'FILE.zip or FOLDER' },
    options: { replace: flag, json: flag },
    load: () => import('./import.ts'),
  },
  check: {
    summary: 'find what is wrong with a procedure package, a .bpmn, .statechart.json or .dmn file',
    help: [
      'motcua check PATH [--json]', '', 'PATH is the folder of a package, or a file.', '',
      '  --json  print { "findings": [{ "rule", "severity": "error"|"warning", "element", "message", "counterexample"?: [element] }] };',
      '          in a package a finding may also name its "file"; notes, which are no fault, are for people and left out', '', 'Exit code 0: no error; 1: an error was found; 2: PATH cannot be read as one.',
    ],
    takes: { called: 'PATH' },
    options: { json: flag },
    load: () => import('./check.ts'),
  },
  test: {
    summary: 'run a package’s scenarios and tell which steps and ways they cover',
    help: [
      'motcua test PATH [--json]', '', 'PATH is a package folder, or a file of JSON test cases of Camunda Process Test, played on the .bpmn files beside it.', '',
      '  --json  print { "scenarios": [{ "file", "name": { "vi", "en" }, "problems" }], "nodes": { "covered", "total", "missing": [element] }, "flows": the same };',
      '          of test cases { "cases": [{ "name", "problems" }], "nodes", "flows" }; of a package that cannot be loaded { "findings" } as check prints them', '',
      'Exit code 0: all came as expected; 1: something came otherwise; 2: PATH cannot be read or loaded.',
    ],
    takes: { called: 'PATH' },
    options: { json: flag },
    load: () => import('./test.ts'),
  },
  run: {
    summary: 'run a .bpmn or .statechart.json process, or a package, in memory on a simulated clock',
    help: [
      'motcua run FILE [--process ID] [--input data.json] [--events events.json] [--at INSTANT] [--auto] [--json]',
      'motcua run PACKAGE --record PACKAGE/scenarios/NAME.json --input data.json [--events events.json] [--at INSTANT] [--json]', '',
      'Events, in order: { "complete": element, "data"?, "by"? } { "fail": element, "error": code } { "message": name, "keys"?, "data"? }',
      '{ "signal": name, "data"? } { "advance": duration or instant } { "choose": gateway, "flows": [flow] } { "begin": step of an ad-hoc sub-process }',
      '{ "change": data }. Service tasks wait like user tasks unless --auto.', 'Other processes of the file take part: messages and signals begin and reach them; what is printed is the process alone.', 'Decisions are read from a folder decisions/ beside FILE. A PACKAGE folder stands for the process in it.', '',
      '  --input FILE.json   the data to begin with; in a package { "application": answers of its form, "filing"?: { "channel" } }',
      '  --events FILE.json  a list of events; "-" reads one event a line as it is typed: what is wrong with a line is told, and',
      '                      the next is read, to the end of the input (Ctrl-D) or Ctrl-C',
      '  --at INSTANT        where the clock stands at first, such as 2026-11-20T02:00:00Z',
      '  --record FILE       keep what is done as a scenario that motcua test plays: who did what when with which answer, and the path,',
      '                      data, letters, states, fee and deadline that came of it. Connectors answer as in scenarios. Without',
      '                      --events, events are read as they are typed; a line that is not possible is no part of the record.',
      '  --json              print { "status", "visited": [element], "tasks": [{ "element", "name" }], "data", "incidents" }', '',
      'Exit code 0: all events were possible, or what was possible is recorded; 1: one was not, or nothing was recorded; 2: FILE or an option cannot be read.',
    ],
    takes: { called: 'FILE or PACKAGE' },
    options: { process: text, input: text, events: text, at: text, record: text, auto: flag, json: flag },
    load: () => import('./run.ts'),
  },
  simulate: {
    summary: 'let dossiers come by chance and tell who waits, who is busy and how many keep the limit',
    help: [
      'motcua simulate PACKAGE [--arrivals N] [--days N] [--staff ROLE=N,…] [--seed N] [--at INSTANT] [--json]', '',
      'Every dossier is moved by the engine along the package’s working calendar; people work in office hours, first come first served.',
      'Data is not looked at: each way is taken as often as the others of its gateway. A step takes a quarter of its limit, or 30 minutes.', '',
      '  --arrivals N     dossiers a working day on average (default 2)', '  --days N         working days over which they come (default 60); all are followed to their end',
      '  --staff ROLE=N   how many people there are of a role, such as receptionist=1,handler=3; a role that is not named has as many as it takes',
      '  --seed N         the same seed gives the same run (default 1)', '  --at INSTANT     when the first may come, such as 2026-03-02T00:30:00Z; the present without it', '',
      '  --json  print { "plan", "outcome": { "dossiers", "ended", "stuck", "inTime": share or null, "clock", "steps": [{ "node", "count", "waited", "worked" }],',
      '          "roles": [{ "role", "people", "busy", "longestQueue" }], "cut" } }, times in working minutes as { "mean", "median", "p90" };',
      '          of a package that cannot be loaded { "findings" } as check prints them', '',
      'Exit code 0: every dossier came to an end; 1: some did not, or it was cut after a minute; 2: PACKAGE or an option cannot be read.',
    ],
    takes: { called: 'PACKAGE' },
    options: { arrivals: text, days: text, staff: text, seed: text, at: text, json: flag },
    load: () => import('./simulate.ts'),
  },
  decide: {
    summary: 'ask a decision of a .dmn file',
    help: [
      'motcua decide FILE.dmn --decision NAME [--input FILE.json] [--at INSTANT] [--json]', '',
      'NAME is the name or the id of a decision or of a decision service. Models that FILE imports are found among the .dmn files beside it.', '',
      '  --input FILE.json  the input data, by name; dates, times and durations as text in ISO 8601',
      '  --at INSTANT       what now() and today() answer, such as 2026-01-31T08:00:00Z; the present without it',
      '  --json             print { "value", "warnings" }; numbers are read and printed with all their digits (34)', '',
      'Exit code 0: answered; 1: the decision has no answer; 2: FILE or an option cannot be read.',
    ],
    takes: { called: 'FILE.dmn' },
    options: { decision: text, input: text, at: text, json: flag },
    load: () => import('./decide.ts'),
  },
};
