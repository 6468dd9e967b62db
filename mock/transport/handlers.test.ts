import { officerActs } from '../dossiers/testing/officer'
import { useSimulators } from '../testing/useSimulators'
import { demoPeople } from '../world/people'
import { transportSecret } from './state'

const simulators = useSimulators(() => Date.UTC(2026, 0, 5, 2))
const many = { name: demoPeople[6]?.name, idNumber: demoPeople[6]?.idNumber }

interface Page { readonly total: number; readonly pageNo: number; readonly nextPage: number | null; readonly rows: { readonly caseNumber: string }[]; readonly cursor?: string; readonly beginning?: string; readonly changes?: object[] }
const post = async (path: string, body: object, key = 'demo-key'): Promise<Page & { readonly status: number; readonly errorCode?: string }> => {
  const response = await fetch(`${simulators.url()}/transport/api/v2/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Api-Key': key } })
  return { status: response.status, ...await response.json() as Page }
}

describe('the simulated transport system', () => {
  it('gives a long list in pages of five, and takes its time', async () => {
    const start = performance.now()
    const pages = [await post('cases/of-person', { ...many, page: 1 }), await post('cases/of-person', { ...many, page: 2 }), await post('cases/of-person', { ...many, page: 5 })]
    expect(performance.now() - start).toBeGreaterThan(170)
    expect(pages.map(({ total, nextPage, rows }) => [total, nextPage, rows.length])).toEqual([[23, 2, 5], [23, 3, 5], [23, null, 3]])
    expect((await post('cases/of-person', { ...many, page: 6 })).rows).toEqual([])
  })

  it('finds one by its receipt, and nothing by another’s', async () => {
    const caseNumber = (await post('cases/of-person', { ...many, page: 1 })).rows[0]?.caseNumber ?? ''
    const totals = [{ applicantName: many.name }, { receiptCode: transportSecret(caseNumber) }, { applicantName: '演示用户一' }, { receiptCode: 'AAAAAAAA' }]
    expect(await Promise.all(totals.map(async (proof) => (await post('cases/lookup', { caseNumber, ...proof })).total))).toEqual([1, 1, 0, 0])
  })

  it('tells what changed after a token, and where to begin when it does not know the token', async () => {
    const { cursor } = await post('changes', { cursor: null })
    await officerActs(simulators.url(), 'transport', { holder: '演示用户七', item: '道路运输证核发' }, { act: 'note' })
    expect((await post('changes', { cursor })).changes).toMatchObject([{ changeId: expect.stringMatching(/^TC-\w+-1$/) as string, type: 'OTHER', time: '2026-01-05T10:00:00+08:00' }])
    const expired = await post('changes', { cursor: 'WyJvdGhlciIsMV0' })
    expect(expired).toMatchObject({ status: 410, errorCode: 'CURSOR_EXPIRED' })
    expect((await post('changes', { cursor: expired.beginning })).changes).toHaveLength(1)
  })

  it('refuses strangers, and what is no question', async () => {
    expect(await post('cases/of-person', { ...many, page: 1 }, 'guess')).toMatchObject({ status: 401, errorCode: 'BAD_KEY' })
    for (const body of [{}, { ...many, page: 0 }, { ...many, idNumber: '1', page: 1 }]) expect(await post('cases/of-person', body)).toMatchObject({ status: 400, errorCode: 'BAD_REQUEST' })
  })
})
