const longestSide = 2400;
const worthwhile = 1_500_000;

/**
 * Makes a large photograph smaller before it goes over a bad network. Drawings, PDFs and small pictures stay as they
 * are, and so does whatever this browser cannot draw.
 */
export const shrink = async (file: File): Promise<Blob> => {
  if (file.type !== 'image/jpeg' || file.size < worthwhile || !('OffscreenCanvas' in globalThis)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    return smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
};
