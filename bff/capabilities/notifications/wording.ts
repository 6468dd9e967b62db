import type { LocalText } from '@shared/endpoint'
import { clockTime, dateTime } from '@shared/time'
import { cut } from './fields'
import type { About, CaseChangeKind } from './port'

/** What the contract lets a text have. */
const MOST = { zh: 200, en: 300 }
export interface Words { readonly title: LocalText; readonly text: LocalText; readonly page: string | null }

const both = (zh: string, en: string): LocalText => ({ zh: cut(zh, MOST.zh), en: cut(en, MOST.en) })
const dayAndTime = (at: number): string => dateTime(at).slice(5)
const people = (count: number): string => (count === 1 ? 'One person is' : `${count} people are`)

/** What became of a case, for people. */
export const caseWords: Readonly<Record<CaseChangeKind, LocalText>> = {
  accepted: { zh: '已受理', en: 'accepted' }, supplement: { zh: '需补正', en: 'needs more from you' }, stopped: { zh: '已暂停', en: 'the clock stands still' },
  resumed: { zh: '已恢复', en: 'goes on' }, decided: { zh: '已办结', en: 'decided' }, issued: { zh: '已出件', en: 'the result is ready' },
  delivered: { zh: '已送达', en: 'handed over' }, other: { zh: '有进展', en: 'has moved' },
}

/** A message as the inbox shows it, in both languages, and the page it leads to. */
export const wordsOf = (about: About): Words => {
  switch (about.kind) {
    case 'near': return {
      title: about.ahead === 0 ? both('下一个就是您', 'You are next') : both(`前面还有 ${about.ahead} 位`, `${about.ahead} ahead of you`),
      text: both(`${about.number} 号快到了，请到${about.hall.zh}${about.line.zh}等候区。`,
        `Number ${about.number} is near: ${about.ahead === 0 ? 'you are next' : `${people(about.ahead)} ahead`}. ${about.hall.en}, ${about.line.en}.`),
      page: `ticket?id=${about.ticketId}`,
    }
    case 'called': return {
      title: both(`请到${about.window.zh}`, `Please go to ${about.window.en}`),
      text: both(`${about.number} 号，${about.again ? '再次叫号，' : ''}请到${about.hall.zh}${about.window.zh}。`,
        `Number ${about.number}${about.again ? ', called again' : ''}: please go to ${about.window.en}, ${about.hall.en}.`),
      page: `ticket?id=${about.ticketId}`,
    }
    case 'missed': return {
      title: both('您的号已过', 'Your number was missed'),
      text: about.returnMinutes === null ? both(`${about.number} 号已过号，请重新取号。`, `Number ${about.number} was called and missed. Please take a new one.`)
        : both(`${about.number} 号已过号。${about.returnMinutes} 分钟内点“我回来了”可排回队中。`,
          `Number ${about.number} was called and missed. Within ${about.returnMinutes} minutes you can stand in line again: tap “I’m back”.`),
      page: `ticket?id=${about.ticketId}`,
    }
    case 'leave': return {
      title: both('该出发了', 'Time to set out'),
      text: both(`${about.number} 号可能很快叫到，路上约 ${about.minutes} 分钟，请现在出发去${about.hall.zh}。`,
        `Number ${about.number} may be called soon and the way takes about ${about.minutes} minutes: set out for ${about.hall.en} now.`),
      page: `ticket?id=${about.ticketId}`,
    }
    case 'dayBefore': return {
      title: both('明天有预约', 'Your appointment is tomorrow'),
      text: both(`明天 ${clockTime(about.startsAt)}，${about.hall.zh}${about.line.zh}。来不了请提前取消。`,
        `Tomorrow at ${clockTime(about.startsAt)}: ${about.line.en}, ${about.hall.en}. If you cannot come, please cancel in time.`),
      page: `appointment?id=${about.appointmentId}`,
    }
    case 'soon': return {
      title: both('预约即将开始', 'Your appointment is soon'),
      text: both(`今天 ${clockTime(about.startsAt)}，${about.hall.zh}${about.line.zh}。到大厅后请扫码签到。`,
        `Today at ${clockTime(about.startsAt)}: ${about.line.en}, ${about.hall.en}. Scan the hall’s code to check in.`),
      page: `appointment?id=${about.appointmentId}`,
    }
    case 'changed': return changed(about)
    case 'place': return {
      title: both('候补到号了', 'A place is free for you'),
      text: both(`${dayAndTime(about.startsAt)}，${about.hall.zh}${about.line.zh}。请在 ${clockTime(about.until)} 前确认。`,
        `${dayAndTime(about.startsAt)}, ${about.line.en}, ${about.hall.en}. Confirm it before ${clockTime(about.until)}.`),
      page: `appointment?id=${about.appointmentId}`,
    }
    case 'case': return {
      title: about.change === 'supplement' ? both('您的办件需要补正', 'Your case needs more from you') : both(`您的办件${caseWords[about.change].zh}`, `Your case: ${caseWords[about.change].en}`),
      text: both(`${about.item.zh}：${caseWords[about.change].zh}。`, `${about.item.en}: ${caseWords[about.change].en}.`),
      page: `case?no=${about.caseNo}&person=${about.personId}`,
    }
    case 'rating': return {
      title: both('您的差评有答复了', 'Your bad rating was answered'),
      text: both(`${about.hall.zh}已答复，请告诉我们是否满意。`, `${about.hall.en} has answered. Please tell us whether you are satisfied.`),
      page: `rating?id=${about.ratingId}`,
    }
  }
}

const changed = (about: Extract<About, { kind: 'changed' }>): Words => {
  if (about.what === 'expired') {
    return {
      title: both('您的号已失效', 'Your number has expired'),
      text: both(`${about.hall.zh}今天的办理已结束，${about.number} 号没有叫到，已失效。`, `${about.hall.en} has ended its day: number ${about.number} was not called and is no longer valid.`),
      page: `ticket?id=${about.ticketId}`,
    }
  }
  return about.what === 'cancelled' ? {
    title: both('您的预约被大厅取消', 'The hall cancelled your appointment'),
    text: both(`${dayAndTime(about.startsAt)}，${about.hall.zh}${about.line.zh}的预约已由大厅取消，请另行预约。`,
      `${dayAndTime(about.startsAt)}, ${about.line.en}, ${about.hall.en}: cancelled by the hall. Please book anew.`),
    page: `appointment?id=${about.appointmentId}`,
  } : {
    title: both('您错过了预约', 'You missed your appointment'),
    text: both(`${dayAndTime(about.startsAt)}，${about.hall.zh}${about.line.zh}的预约没有签到，已记为爽约。`,
      `${dayAndTime(about.startsAt)}, ${about.line.en}, ${about.hall.en}: nobody checked in. It counts as an absence.`),
    page: `appointment?id=${about.appointmentId}`,
  }
}
