/** What belongs to a citizen's messages, all in one slot. */
const own = (citizenId: string): string => `{citizen:${citizenId}}:msg`
export const settingsKey = (citizenId: string): string => `${own(citizenId)}:settings`
/** The inbox: ids by when they came, what they say, and, as the score of `until`, until when they were read. */
export const inboxKey = (citizenId: string): string => `${own(citizenId)}:inbox`
export const bodiesKey = (citizenId: string): string => `${own(citizenId)}:bodies`
export const readKey = (citizenId: string): string => `${own(citizenId)}:read`
/** Of the account that allowed them, whoever's it is: `<template>:left`, `:lasting`, `:refused`. */
export const permitsKey = (citizenId: string): string => `${own(citizenId)}:permits`
export const permitActKey = (citizenId: string, key: string): string => `${own(citizenId)}:permits:k:${key}`
/** How the sendings of one notice stand, by their names; `counted`: the day on which it has a place. */
export const sendsKey = (citizenId: string, noticeId: string): string => `${own(citizenId)}:s:${noticeId}`
export const sentOnKey = (citizenId: string, day: string): string => `${own(citizenId)}:n:${day}`

/** Which cases they follow, named as `followersKey` names them, and as whom. */
export const followsKey = (citizenId: string): string => `${own(citizenId)}:follows`

/** How far logs were followed: those of days go with their day. */
export const cursorsKey = (day: string | null): string => (day === null ? '{messages}:cursors' : `{messages}:cursors:${day}`)
export const leaseKey = (name: string): string => `{messages}:lease:${name}`
/** Numbers in halls whose queue is not ours. */
export const WATCHED = '{messages}:watched'
/** Who follows a case; named by a keyed hash of its number. */
export const followersKey = (name: string): string => `{case:${name}}:followers`

/** As the queue's, the book's, the ratings' and the cases' own scripts name what they write; engines never import each other. */
export const dayKey = (hallId: string, day: string): string => `{hall:${hallId}}:${day}`
export const queueLogKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:events`
export const ticketKey = (hallId: string, ticketId: string): string => `{hall:${hallId}}:t:${ticketId}`
export const bookLogKey = (hallId: string): string => `{hall:${hallId}}:b:events`
export const appointmentKey = (hallId: string, appointmentId: string): string => `{hall:${hallId}}:a:${appointmentId}`
export const ratingsLogKey = (hallId: string): string => `{hall:${hallId}}:ratings`
export const ratingKey = (hallId: string, ratingId: string): string => `{hall:${hallId}}:r:${ratingId}`
export const CASES_LOG = '{cases}:events'
/** Beside a day of a queue: which tickets were told that they are near, as placed then; and the minutes of the way of those who want to know when to leave. */
export const toldKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:near`
export const leavingKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:leave`
