import { defineTexts } from './text'

/** What another phone of the same citizen has done while this one looked on. */
export const elsewhereTexts = defineTexts({
  cancel: { zh: '这个号不是在这部手机上取消的', en: 'This number was not cancelled on this phone' },
  defer: { zh: '另一部手机上点了“我要晚点到”', en: '“I’ll be late” was tapped on another phone' },
  return: { zh: '另一部手机上点了“我回来了”', en: '“I’m back” was tapped on another phone' },
  who: { zh: '如果不是您本人操作，请看看哪些设备登录着。', en: 'If that was not you, see which devices are signed in.' },
  devices: { zh: '看登录设备', en: 'See the devices' },
  booked: { zh: '已在另一部手机上确认', en: 'It was confirmed on another phone' },
  bookedHow: { zh: '约好了，这里不用再点。', en: 'It is booked: there is nothing left to do here.' },
  moved: { zh: '时间改了，原来是 {old}', en: 'The time was changed. It was {old}' },
  movedHow: { zh: '是在另一部手机上改的。日历里加过的话，请再加一次。', en: 'It was moved on another phone. If it is in your calendar, please add it again.' },
  cancelled: { zh: '这个预约不是在这部手机上取消的', en: 'This appointment was not cancelled on this phone' },
  changed: { zh: '刚刚有变化，上面是现在的情况，请再看一下。', en: 'It has just changed. What stands above is how it is now: please look again.' },
})
