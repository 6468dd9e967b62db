// @ts-check
import { enter } from './entry.mjs'

enter(() => import('./testCommand.mjs'), () => console.log('0 passed, 1 failed'))
