/** What the platform answers, by its code. Everything but the first is a refusal that changed nothing. */
export const messages = {
  '00000': '成功',
  A0301: '应用未授权', A0340: '签名错误', A0341: '请求时间戳超出允许范围', A0400: '请求参数错误', A0404: '接口不存在', A0506: '流水号重复且内容不一致',
  B1001: '号源未发布', B1002: '时段不存在', B1003: '时段已约满', B1004: '时段已停约',
  B2001: '订单不存在', B2002: '订单状态不允许该操作', B2003: '锁号已失效', B2004: '已超过可取消或改期的时间', B2005: '未到签到时间',
  B3001: '同一业务同日限约一次', B3002: '与已有预约时间冲突', B3003: '待办理预约数已达上限', B3004: '爽约限制期内不可预约',
  B4001: '候补不存在', B4002: '已在候补中', B4003: '尚有余号，无需候补',
} as const
export type Code = keyof typeof messages

/** An act that is not carried out. `data` tells what the sentence is about. */
export class Refusal extends Error {
  constructor(readonly code: Exclude<Code, '00000'>, readonly data: Readonly<Record<string, string | number>> | null = null) {
    super(messages[code])
  }
}
