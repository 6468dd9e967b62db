import Taro from '@tarojs/taro'
import type { CalendarEvent } from './ics'

/** Alipay's calendar is not among what Taro maps. */
export const canAddToCalendar = TARGET !== 'alipay'

const HOUR_SECONDS = 3600

/** Puts an event into the phone's calendar, which may ask the citizen; tells whether it is there. Call it within a tap. */
export const addToCalendar = async ({ startsAt, endsAt, title, place, text }: CalendarEvent): Promise<boolean> => {
  try {
    await Taro.addPhoneCalendar({
      title, location: place, description: text, startTime: Math.floor(startsAt / 1000), endTime: String(Math.floor(endsAt / 1000)), alarm: true, alarmOffset: HOUR_SECONDS,
    })
    return true
  } catch { return false }
}
