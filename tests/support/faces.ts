import { demoPeople } from '../../mock/world/people'
import { newKey, type Citizen } from './people'
import type { Stack } from './stack'

type Site = Pick<Stack, 'client' | 'simulatorsUrl'>
type Result = 'pass' | 'fail' | 'cancel'

/** Demo citizen `n`, 1 to 12, as the city's registers know them. */
export const demoPerson = (n: number): { readonly name: string; readonly idNumber: string } => {
  const found = demoPeople[n - 1]
  if (!found) throw new Error(`there is no demo citizen ${n}`)
  return { name: found.name, idNumber: found.idNumber }
}

/** Begins the platform's face check as demo citizen `n`, and stands before the camera. */
export const showFace = async ({ client, simulatorsUrl }: Site, { token }: Citizen, n: number, result: Result = 'pass', channel: 'wechat' | 'alipay' = 'wechat'): Promise<string> => {
  const { checkId, platformId } = await client.call('startFaceCheck', { body: { ...demoPerson(n), consent: { idNumber: true, face: true } } }, { token, key: newKey() })
  const [page, field] = channel === 'wechat' ? ['wechat/simulator/face', 'verify_id'] : ['alipay/simulator/certify', 'certify_id']
  const answer = await fetch(`${simulatorsUrl}/${page}`, { method: 'POST', body: new URLSearchParams({ [field]: platformId, result }) })
  if (!answer.ok) throw new Error(`the camera answered with ${answer.status}`)
  return checkId
}

/** The same, and tells us. */
export const verify = async (site: Site, citizen: Citizen, n: number, channel: 'wechat' | 'alipay' = 'wechat') => {
  const checkId = await showFace(site, citizen, n, 'pass', channel)
  return site.client.call('finishFaceCheck', { params: { checkId } }, { token: citizen.token })
}
