// @ts-check
import { askApi } from './api.mjs'

/** The hall that is open whatever the clock says. */
export const DEMO_HALL = 'demo'
/** The first account; the server makes it at its start when it has none. */
export const OPERATOR = 'operator'
/** Whom people sign in as at the window console. The living demo makes those besides the operator. */
export const DEMO_ACCOUNTS = ['clerk1', 'supervisor1', OPERATOR]

/**
 * The link that opens the demo hall's screen, its key included.
 * @param {string} base
 * @param {string} password the operator's
 * @returns {Promise<string>}
 */
export const readScreenLink = async (base, password) => {
  const { token } = await askApi(base, 'POST', '/api/staff/sessions', { body: { account: OPERATOR, password } })
  const { screen } = await askApi(base, 'GET', `/api/staff/halls/${DEMO_HALL}/screen-link`, { token: String(token) })
  await askApi(base, 'DELETE', '/api/staff/sessions/current', { token: String(token) })
  return String(screen)
}
