import { messageKinds } from '@shared/messageKinds'
import { aPermit, day, TEN } from '../builders'
import { permitsAfter, refusalsAfter } from './answers'
import { kindsOf, REST_MS, templatesToAsk } from './policy'

const question = { kinds: kindsOf.take, permits: [aPermit()], refused: {}, off: [], now: TEN }

describe('whether to ask', () => {
  it('asks when nothing is left', () => {
    expect(templatesToAsk(question)).toEqual(['called'])
  })

  it.each([
    ['something is left', { permits: [aPermit({ left: 1 })] }],
    ['it is allowed for good', { permits: [aPermit({ lasting: true })] }],
    ['it is refused for good', { permits: [aPermit({ refused: true })] }],
    ['it was refused a moment ago', { refused: { called: TEN - 1 } }],
    ['it was refused less than a week ago', { refused: { called: TEN - 7 * day + 1 } }],
    ['no template carries what the tap is about', { permits: [aPermit({ kinds: ['case'] })] }],
    ['the citizen does not want what it carries', { permits: [aPermit({ kinds: ['near'] })], off: ['near'] as const }],
    ['the platform carries nothing', { permits: [] }],
  ])('does not when %s', (_, change) => {
    expect(templatesToAsk({ ...question, ...change })).toEqual([])
  })

  it('asks again once the no has rested, and when the phone’s clock was set back', () => {
    expect(templatesToAsk({ ...question, refused: { called: TEN - REST_MS } })).toEqual(['called'])
    expect(templatesToAsk({ ...question, refused: { called: TEN + day } })).toEqual(['called'])
  })

  it('asks about three at most, the call first', () => {
    const permits = [
      aPermit({ templateId: 'd', kinds: ['missed'] }), aPermit({ templateId: 'c', kinds: ['missed', 'rating'] }),
      aPermit({ templateId: 'b', kinds: ['near'] }), aPermit({ templateId: 'a', kinds: ['called'] }),
    ]
    expect(templatesToAsk({ ...question, permits })).toEqual(['a', 'b', 'd'])
  })

  it('has a tap for every kind of message', () => {
    expect([...new Set(Object.values(kindsOf).flat())].sort()).toEqual([...messageKinds].sort())
  })
})

describe('what an answer changes', () => {
  it('is what the server will say, until it does', () => {
    const permits = ['a', 'b', 'c', 'd', 'e'].map((templateId) => aPermit({ templateId, left: 1 }))
    const after = permitsAfter(permits, [{ templateId: 'a', answer: 'accept' }, { templateId: 'b', answer: 'always' }, { templateId: 'c', answer: 'reject' }, { templateId: 'd', answer: 'ban' }])
    expect(after.map(({ left, lasting, refused }) => [left, lasting, refused])).toEqual([[2, false, false], [1, true, false], [1, false, false], [0, false, true], [1, false, false]])
  })

  it('is noted for whatever was not allowed, also by saying nothing; a yes ends it', () => {
    const before = { a: 1, b: 1, z: 1 }
    expect(refusalsAfter(before, ['a', 'b', 'c'], [{ templateId: 'a', answer: 'accept' }, { templateId: 'b', answer: 'reject' }], TEN)).toEqual({ z: 1, b: TEN, c: TEN })
  })
})
