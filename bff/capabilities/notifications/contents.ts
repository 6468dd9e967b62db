import { clockTime } from '@shared/time'
import { characterString, phrase, thing, time } from './fields'
import type { About, Language } from './port'
import type { Use, Values } from './templates'
import { caseWords } from './wording'

/** What a platform's message says of something, in the citizen's language; phrases are Chinese alone, for nothing else fits them. */
export const valuesOf = (about: About, at: number, language: Language): Values[Use] => {
  const say = (zh: string, en: string) => thing(language === 'zh' ? zh : en)
  const hall = 'hall' in about ? thing(about.hall[language]) : thing('-')
  switch (about.kind) {
    case 'called': return { number: characterString(about.number), window: thing(about.window[language]), hall, at: time(at) }
    case 'near': return { number: characterString(about.number), state: phrase('快到了'), hall, note: about.ahead === 0 ? say('下一个就是您', 'You are next') : say(`前面还有 ${about.ahead} 位`, `${about.ahead} ahead of you`) }
    case 'missed': return {
      number: characterString(about.number), state: phrase('已过号'), hall,
      note: about.returnMinutes === null ? say('请重新取号', 'Take a new number') : say(`${about.returnMinutes} 分钟内可排回队中`, `Come back in ${about.returnMinutes} min`),
    }
    case 'leave': return { number: characterString(about.number), state: phrase('该出发了'), hall, note: say(`路上约 ${about.minutes} 分钟`, `The way: ${about.minutes} min`) }
    case 'dayBefore': return { item: thing(about.line[language]), at: time(about.startsAt), hall, state: phrase('明天预约') }
    case 'soon': return { item: thing(about.line[language]), at: time(about.startsAt), hall, state: phrase('即将开始') }
    case 'place': return { item: say(`候补到号，${clockTime(about.until)} 前确认`, `Confirm by ${clockTime(about.until)}`), at: time(about.startsAt), hall, state: phrase('有空位') }
    case 'changed': return about.what === 'expired' ? { item: thing(about.number), at: time(at), hall, state: phrase('已失效') }
      : { item: thing(about.line[language]), at: time(about.startsAt), hall, state: phrase(about.what === 'cancelled' ? '已取消' : '已爽约') }
    case 'case': return { item: thing(about.item[language]), state: phrase(caseWords[about.change].zh), at: time(at), note: say('点开查看办理进度', 'Open to see more') }
    case 'rating': return { item: hall, state: phrase('已答复'), at: time(at), note: say('请告诉我们是否满意', 'Are you satisfied?') }
  }
}
