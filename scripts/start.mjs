// @ts-check
import { enter } from './entry.mjs'

enter(() => import('./startCommand.mjs'))
