// @ts-check
import { enter } from './entry.mjs'

enter(() => import('./screensCommand.mjs'))
