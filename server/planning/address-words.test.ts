import { strict as assert } from 'node:assert';
import { addressWords, fitOf } from './address-words.ts';

describe('the words of an address', () => {
  const written: [string, string, string][] = [
    ['12 Đường Hoa Sen', '12', 'hoa sen'],
    ['Số 12/5A, đường HOA SEN, phường Sen Mẫu, TP. Mẫu', '12 5a', 'hoa sen'],
    ['12 hoa sen phuong sen mau', '12', 'hoa sen'],
    ['12 Hoa Sen Quận 3', '12', 'hoa sen'],
    ['45 đường 3 Tháng 2', '45 3', 'thang 2'],
    ['2 Hẻm Mẫu 11', '2', 'mau 11'],
    ['7 Xã Đàn', '7', 'xa dan'],
    ['9 đường Xã Đàn thành phố Mẫu', '9', 'xa dan'],
    ['Hoa Cúc', '', 'hoa cuc'],
    ['12', '12', ''],
    ['', '', ''],
  ];
  for (const [address, house, street] of written) it(`"${address}" is house "${house}" of "${street}"`, () => assert.deepEqual(addressWords(address), { house, street: street.split(' ').filter(Boolean) }));

  const fits: [string, string, ReturnType<typeof fitOf>][] = [
    ['mau mot', 'mau mot', 'equal'],
    ['mau mot', 'mau', 'begun'],
    ['dai lo sen mau', 'dai lo sen', 'begun'],
    ['mau mot', 'ma mo', 'begun'],
    ['mau', 'mau muoi', 'held'],
    ['mau mot', 'mau hai', undefined],
    ['mau', '', undefined],
    ['', 'mau', undefined],
  ];
  for (const [street, said, expected] of fits) it(`"${said}" fits the street "${street}": ${expected ?? 'not'}`, () => assert.equal(fitOf(street.split(' ').filter(Boolean), said.split(' ').filter(Boolean)), expected));
});
