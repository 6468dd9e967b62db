import { z } from 'zod'
import { CREDIT_CODE, ID_NUMBER, isCreditCode, isIdNumber } from './identityNumbers'

/** A name, without control or direction characters and angle brackets, which no name has. */
export const nameOf = (longest: number) => z.string().trim().min(1).max(longest).refine((name) => !/[\p{C}<>]/u.test(name), 'holds characters that no name has')
/** GB 11643. */
export const idNumber = z.string().trim().toUpperCase().regex(ID_NUMBER).refine(isIdNumber, 'is no ID number').meta({ description: 'GB 11643' })
/** GB 32100. */
export const creditCode = z.string().trim().toUpperCase().regex(CREDIT_CODE).refine(isCreditCode, 'is no unified social credit code').meta({ description: 'GB 32100' })
