import { strict as assert } from 'node:assert';
import { Validator } from '@seriousme/openapi-schema-validator';
import { routes } from '../api/routes.ts';
import { openApiDocument } from './openapi.ts';

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://motcua.example');

  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document) as never);
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(result.valid, true);
  });

  it('has every route', () => {
    const operations = Object.values(document['paths'] as Record<string, object>).flatMap((path) => Object.keys(path));
    assert.equal(operations.length, Object.keys(routes).length);
  });
});
