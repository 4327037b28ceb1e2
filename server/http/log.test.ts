import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { checks, doStep, fileHouse, smallPdf, upload } from '../testing/filing.ts';
import { packageFolder, runHouse } from '../testing/running-house.ts';

describe('the log', function () {
  this.timeout(120_000);

  it('never holds a word about a person, whatever they do and whatever fails', async () => {
    const house = await runHouse();
    const canary = { name: 'Canari Quỳnh Độc Nhất', idNo: '079012345679', phone: '0912345679', email: 'canary@vidu.vn', street: 'Đường Canari', word: 'Lời nhắn Canari', file: 'canari.pdf' };
    await house.store.transaction((tx) => tx.accounts.update({ id: 'account-congdan1' }, { name: canary.name, idNo: canary.idNo, phone: canary.phone, email: canary.email }));
    const citizen = await house.visitor('congdan1');
    const sample = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as { owner: object };
    const { dossier, code } = await fileHouse(house, citizen, { owner: { ...sample.owner, name: canary.name, idNo: canary.idNo, phone: canary.phone, email: canary.email, address: canary.street } });
    await house.work();
    await citizen.done('POST', `/api/dossiers/${dossier}/messages`, { text: canary.word });
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'supplement', feeWaived: false, items: [{ target: 'field', path: 'work.height', remark: canary.word }] });
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string };
    await upload(citizen, `draft=${draft.id}&field=papers.landPaper`, [canary.file, smallPdf(canary.word)]);

    // And what goes wrong: bad input with it, a wrong password with it, and a fault of ours that quotes it.
    await citizen.json('POST', '/api/session', { username: canary.email, password: canary.phone });
    await citizen.json('PUT', `/api/drafts/${draft.id}`, { revision: 'x', data: canary });
    await citizen.json('GET', `/api/verify/${encodeURIComponent(canary.name)}`);
    await citizen.json('POST', '/api/track', { code, lastDigits: canary.phone.slice(-4) });
    const { read } = house.store;
    Object.assign(house.store, { read: () => Promise.reject(new Error(`could not read ${canary.name} ${canary.idNo}`)) });
    const broken = await citizen.fetch('GET', '/api/procedures');
    const answer = await broken.text();
    Object.assign(house.store, { read });
    await house.stop();

    assert.equal(broken.status, 500);
    const log = house.logged.join('');
    assert.ok(house.logged.length > 20 && log.includes('request failed'), 'the log was written');
    for (const word of Object.values(canary)) {
      assert.ok(!log.includes(word), `"${word}" is in the log`);
      assert.ok(!answer.includes(word), `"${word}" is in an answer`);
    }
    assert.ok(!/ at .*\.ts/.test(answer), 'no stack in an answer');
    assert.ok(house.logged.every((line) => line.indexOf('\n') === line.length - 1), 'one event, one line');
  });
});
