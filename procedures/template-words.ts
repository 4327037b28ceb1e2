/** What the templates of new procedures say where only their author knows better (designer/templates). */
export const unwritten = /\(cần điền\)/;
export const unsourced = /^Mẫu để bắt đầu/;
/** Why an office asks what no law says, and says so: the mark is "design". */
export const ownWish = 'Cách làm đề xuất, sửa được';
/** A sector that is none. */
export const unnamed: ReadonlySet<string> = new Set(['Lĩnh vực']);
/** What the service sheet of an empty page says of its only step. */
export const onlyStep = 'Cán bộ xem và trả lời bạn.';
/** What an empty page says to its author, and not to a citizen. */
export const toTheAuthor = /bạn tự (vẽ|thêm)/;
