import { strict as assert } from 'node:assert';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Context } from 'koa';
import { answerProblem } from './problem-answer.ts';

describe('what ended a request', () => {
  const because = (thrown: Error, complete: boolean, own: Error = thrown): string => {
    const req = new IncomingMessage(new Socket());
    req.complete = complete;
    req.on('error', () => undefined);
    req.destroy(own);
    return answerProblem({ req, get: () => '', set: () => undefined } as unknown as Context, thrown, 'id').code;
  };
  const left = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

  it('is no failure of ours when the sender left in the middle', () => assert.equal(because(left, false), 'malformed'));
  it('nor when all was sent and not yet read', () => assert.equal(because(left, true), 'malformed'));
  it('is one when anything else was thrown', () => assert.equal(because(new Error('ours'), true, left), 'internal'));
});
