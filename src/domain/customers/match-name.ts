/** A name as it is compared: without regard to case, to spaces and to how its characters are encoded. */
export const matchName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** A name as it is kept and shown: on one line, single spaces. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/gu, ' ')
