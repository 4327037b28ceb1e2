import { createRequire } from 'node:module';

// Tinos has the metrics of Times New Roman, which the rules for administrative papers ask for, and every Vietnamese mark.
const require = createRequire(import.meta.url);
const font = (file: string) => require.resolve(`@expo-google-fonts/tinos/${file}`);

export const fonts = {
  Tinos: {
    normal: font('400Regular/Tinos_400Regular.ttf'),
    bold: font('700Bold/Tinos_700Bold.ttf'),
    italics: font('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    bolditalics: font('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  },
};
export const fontFiles: ReadonlySet<string> = new Set(Object.values(fonts.Tinos));
