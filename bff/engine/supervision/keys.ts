/** All figures are in one slot: what one event adds, in several scopes, is added in one step. */
const slot = '{figures}'
/** A month of a scope: for each day of the month the counts of all metrics, in their order. */
export const monthKey = (scope: string, month: string): string => `${slot}:m:${scope}:${month}`
/** A day of a scope by hours: `<hour>.<metric>`. */
export const hoursKey = (scope: string, day: string): string => `${slot}:h:${scope}:${day}`
/** A day's complaints of a scope: `t.<tag>`, `w.<word>`. */
export const complaintsKey = (scope: string, day: string): string => `${slot}:c:${scope}:${day}`
/** Orders of a scope that are not over, by when they are due; and those that are, by when they ended. */
export const scopeOrdersKey = (scope: string, ended: boolean): string => `${slot}:${ended ? 'oe' : 'o'}:${scope}`
export const orderStatesKey = (scope: string): string => `${slot}:os:${scope}`
/** A day's bad ratings by window: `<hall>.<window>`. */
export const badKey = (day: string): string => `${slot}:bad:${day}`
export const alertsKey = `${slot}:alerts`
export const alertKey = `${slot}:alert`
/** How far logs have been counted: those of days go with their day. */
export const cursorsKey = (day: string | null): string => (day === null ? `${slot}:cursors` : `${slot}:cursors:${day}`)
export const nowKey = `${slot}:now`
export const leaseKey = (name: string): string => `${slot}:lease:${name}`
