import type { BookPort, Guests, Visit } from './port'

const peopleOf = ({ citizenId, personId }: Visit): string[] => (personId === 'self' ? [citizenId] : [citizenId, personId])

/** A book kept elsewhere, which is asked only about people who have booked in it: for all others nothing depends on its being there. */
export const remembered = (book: BookPort, guests: Guests): BookPort => ({
  ...book,
  hold: async (line, at, visit) => {
    // First, or one could have what one's list does not show.
    await guests.remember(peopleOf(visit))
    return book.hold(line, at, visit)
  },
  wait: async (line, from, until, visit) => {
    await guests.remember(peopleOf(visit))
    return book.wait(line, from, until, visit)
  },
  listOf: async (citizenId, personIds, now) => (await guests.knows(citizenId) ? book.listOf(citizenId, personIds, now) : []),
  waitingsOf: async (citizenId) => (await guests.knows(citizenId) ? book.waitingsOf(citizenId) : []),
  standing: async (personId, now) => (await guests.knows(personId) ? book.standing(personId, now) : { noShows: 0, restrictedUntil: null }),
})
