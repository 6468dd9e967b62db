import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { endpoints } from '@shared/endpoints'
import { routesOf } from '../../../miniapp/config/routes'
import { resetTaro } from './taro'

// What the build puts in as constants.
Object.assign(globalThis, { API_BASE: '', TARGET: 'h5', ENDPOINT_ROUTES: routesOf(endpoints) })

// What is waited for comes at once on an idle machine; on a busy one it may take seconds.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => { resetTaro() })
