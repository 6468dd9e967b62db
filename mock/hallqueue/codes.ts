/** What the machine says of a command; `0` stands for done. */
export const messages = {
  0: '成功', 1001: '接入密钥无效', 1002: '参数错误', 1003: '流水号已用于其他请求', 1004: '无此流水号',
  2001: '大厅不存在', 2002: '业务不存在', 2003: '窗口不存在', 2004: '号票不存在', 2005: '非本人号票',
  3001: '当日已日结', 3002: '大厅暂停服务', 3003: '业务暂停', 3004: '当日号票已取完', 3005: '同一业务取号超限', 3006: '本大厅取号超限', 3007: '当日取号次数超限', 3008: '凭证已被使用',
  4001: '号票状态不允许', 4002: '超过回归时限', 4003: '已回归过', 4004: '让号次数已用完', 4005: '后面无人等候', 4006: '呼叫次数不足', 4007: '已在该业务排队',
  5001: '窗口未开启', 5002: '窗口有未办结号票', 5003: '窗口由他人使用', 5004: '非本窗口号票', 5005: '无人等候',
} as const
export type ResultCode = keyof typeof messages

/** A command that was not carried out. */
export class Refusal extends Error {
  constructor(readonly code: ResultCode, readonly data: Readonly<Record<string, string>> | null = null) {
    super(messages[code])
    this.name = 'Refusal'
  }
}
