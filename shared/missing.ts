import { z } from 'zod'
import { localText } from './endpoint'

/** Beside a list: the names of systems outside that could not be read now. What they hold is not in the list, and stays valid. */
export const missing = z.array(localText).meta({ description: 'Outside systems that could not be read now: what they hold stays valid and is not in the list' })
