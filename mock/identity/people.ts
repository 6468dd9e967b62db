const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

export interface DemoCitizen { readonly sub: string; readonly name: string; readonly english: string }

/** The people one may be in the demo. They have no ID numbers: nobody in this project asks for one. */
export const demoCitizens: readonly DemoCitizen[] = DIGITS.map((digit, index) => ({
  sub: `demo-citizen-${String(index + 1).padStart(2, '0')}`, name: `演示用户${digit}`, english: `Demo citizen ${index + 1}`,
}))
