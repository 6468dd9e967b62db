/** In the slot of the citizen, where their own appointments are. */
export const personsKey = (citizenId: string): string => `{person:${citizenId}}:persons`
/** Ids of those removed, by when. */
export const formerKey = (citizenId: string): string => `${personsKey(citizenId)}:former`
