import '@testing-library/jest-dom'
import { endpoints } from '@shared/endpoints'
import { routesOf } from '../../../miniapp/config/routes'
import { resetTaro } from './taro'

// What the build puts in as constants.
Object.assign(globalThis, { API_BASE: '', TARGET: 'h5', ENDPOINT_ROUTES: routesOf(endpoints) })

beforeEach(() => { resetTaro() })
