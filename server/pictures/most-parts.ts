/** Parts of a file beyond which it is no photo any more: one that is nothing but millions of empty parts must cost nothing. */
export const mostParts = 20_000;
