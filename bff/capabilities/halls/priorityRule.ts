import type { LocalText } from '@shared/endpoint'
import type { Hall } from './schema'

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/**
 * The published rule of who is called when, told from the very policy that calls. It claims no more
 * than the queue keeps: the limit on being passed is for ordinary numbers, in their own line.
 */
export const priorityRule = ({ policy: { weights, passLimit }, returnBehind }: Pick<Hall, 'policy' | 'returnBehind'>): LocalText => {
  const { ordinary, priority, appointment } = weights
  return {
    zh: `同一业务中，有普通号等候时，每叫 ${ordinary} 个普通号，至多叫 ${priority} 个优先号和 ${appointment} 个已签到的预约号；`
      + `同类号先取先叫。过号返回的排在之后 ${returnBehind} 位的后面；转到其他业务的按已等候的时间排。除本人过号、让号或转号外，任何普通号最多被 ${passLimit} 个后取的号超过。`,
    en: `In each line, for ${count(ordinary, 'ordinary number', 'ordinary numbers')} at most ${priority} priority and `
      + `${count(appointment, 'appointment', 'appointments')} are called while ordinary ones wait; each kind in the order taken. `
      + `Who comes back after a missed call stands behind the next ${returnBehind}; who is sent to another line keeps the time waited. `
      + 'Unless you miss your call, let others go first or change lines, '
      + `at most ${count(passLimit, 'number', 'numbers')} taken later can pass your ordinary number.`,
  }
}
