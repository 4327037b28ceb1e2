import { placeInVietnamese, sayingBy, type Said } from '../../engine/expression/said.ts';
import { terms } from './terms-vi.ts';

/** Why a text is no XML (`engine/xml-fault.ts`), as it stands within the sentence of a reader. */
export const xml: readonly Said[] = [
  ['"{}" at {} stands outside of the outermost element', '“{0}” ở {1} nằm ngoài thẻ ngoài cùng'],
  ['the {} that begins at {} never ends', '{0} bắt đầu ở {1} không có chỗ kết thúc'],
  ['<{}> at {} has the attribute {} twice', '<{0}> ở {1} có thuộc tính {2} hai lần'],
  ['</{}> at {} closes what was never opened', '</{0}> ở {1} đóng một thẻ chưa mở'],
  ['</{}> at {} stands where <{}> of {} has to be closed', '</{0}> ở {1} nằm ở chỗ phải đóng <{2}> của {3}'],
  ['<{}> at {} is a second outermost element', '<{0}> ở {1} là thẻ ngoài cùng thứ hai'],
  ['the file ends before <{}> of {} is closed', 'tệp hết trước khi đóng <{0}> của {1}'],
  ['the file is empty', 'tệp trống'],
  ['{} at {} is cut off', '{0} ở {1} bị cắt ngang'],
  ['{} at {} is no tag: a name, then attributes such as name="value"', '{0} ở {1} không phải là thẻ: phải có tên, rồi các thuộc tính dạng name="value"'],
];

/** Why a text is no XML, in Vietnamese; nothing for another sentence. */
export const sayXml = sayingBy(xml, (value) => terms[value] ?? placeInVietnamese(value));
