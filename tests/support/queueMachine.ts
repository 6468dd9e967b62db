import type { QueueHall } from '../../bff/capabilities/queue/port'

/** What the vendor's engineer would type in for this hall; see mock/hallqueue/README.md. */
const setupOf = (hall: QueueHall, firstNumber: number) => {
  const bizId = (lineId: string): string => String(20_000 + lineId.charCodeAt(0))
  const { weights, passLimit } = hall.policy
  return {
    hallCode: hall.hallId, hallName: hall.name.zh,
    businesses: hall.lines.map(({ lineId, name, capacity }) => ({ bizId: bizId(lineId), bizName: name.zh, bizLetter: lineId, dayNum: capacity, startNum: firstNumber })),
    counters: hall.windows.map(({ windowId, lineIds }, i) => ({ counterId: `C${String(i + 1).padStart(3, '0')}`, counterNo: windowId, bizIds: lineIds.map(bizId).join(',') })),
    weightOrdinary: weights.ordinary, weightPriority: weights.priority, weightReserved: weights.appointment, passMost: passLimit,
    limitBiz: hall.limits.perLine, limitHall: hall.limits.perHall, limitDay: hall.limits.perDay, callTimes: hall.callsBeforeMissed,
    backMinutes: hall.returnMinutes, backBehind: hall.returnBehind, giveTimes: hall.defersAllowed,
  }
}

const post = async (url: string, body: object): Promise<unknown> => {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
  const answer = await response.json() as { resultCode: string; data: unknown }
  if (answer.resultCode !== '0') throw new Error(`the queue machine refused: ${JSON.stringify(answer)}`)
  return answer.data
}

/** Sets the simulated vendor's machine up for a hall; what it held of it is gone. */
export const setUpMachine = async (simulatorsUrl: string, hall: QueueHall, firstNumber = 1): Promise<void> => {
  await post(`${simulatorsUrl}/hallqueue/setup`, setupOf(hall, firstNumber))
}
/** Somebody presses a business's button on the machine itself. Gives the number on the paper. */
export const pressMachine = async (simulatorsUrl: string, hallId: string, bizId: string): Promise<string> =>
  (await post(`${simulatorsUrl}/hallqueue/kiosk/take`, { hallCode: hallId, bizId }) as { ticket: { ticketNum: string } }).ticket.ticketNum
