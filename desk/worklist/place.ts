let place = '';

/** Remembers the address of the list, so that "back to the list" comes back to the same view. */
export const keepPlace = (search: string) => {
  place = search;
};

export const listHref = () => (place === '' ? '/' : `/?${place}`);
