/** By a keyed hash of the channel and of what the platform calls the person. */
export const subjectKey = (subjectHash: string): string => `{subject:${subjectHash}}:citizen`
export const sessionKey = (tokenHash: string): string => `{session:${tokenHash}}:citizen`
export const accountKey = (citizenId: string): string => `{citizen:${citizenId}}:account`
/** Hashed subjects that sign in as the citizen: what is to be erased with them. */
export const subjectsKey = (citizenId: string): string => `{citizen:${citizenId}}:subjects`
/** Hashed tokens of the citizen's sessions, by device. */
export const devicesKey = (citizenId: string): string => `{citizen:${citizenId}}:devices`
/** Whose real name it is: one person is one citizen, whatever the channel. */
export const ownerKey = (personId: string): string => `{person:${personId}}:citizen`
export const faceCheckKey = (checkId: string): string => `{check:${checkId}}:face`
