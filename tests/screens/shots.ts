import type { Shot } from './shot'
import { accountShots } from './shots/account'
import { bookShots } from './shots/book'
import { casesShots } from './shots/cases'
import { eveningShots } from './shots/evening'
import { homeShots } from './shots/home'
import { messagesShots } from './shots/messages'
import { queueShots } from './shots/queue'
import { ratingsShots } from './shots/ratings'

/** The parts of the gallery, in the order in which people come to them. */
export const areas: readonly { readonly name: string; readonly shots: readonly Shot[] }[] = [
  { name: 'Home and halls', shots: homeShots }, { name: 'Numbers', shots: queueShots }, { name: 'Appointments', shots: bookShots },
  { name: 'Cases and guides', shots: casesShots }, { name: 'Ratings', shots: ratingsShots }, { name: 'Messages', shots: messagesShots },
  { name: 'Account', shots: accountShots }, { name: 'After closing', shots: eveningShots },
]

/** Every screen of the phone, in the states people meet. */
export const shots: readonly Shot[] = areas.flatMap(({ shots: some }) => some)
