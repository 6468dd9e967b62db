import type { RequestOf } from '@shared/endpoint'
import type { startFaceCheck as starting } from '@shared/realName'
import { call } from '@/platform/api'

export type FaceBody = RequestOf<typeof starting>['body']

export const readRealName = () => call('readRealName', {})
export const startFaceCheck = (body: FaceBody, key: string) => call('startFaceCheck', { body }, { key })
export const finishFaceCheck = (checkId: string) => call('finishFaceCheck', { params: { checkId } })
