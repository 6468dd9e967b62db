import { now } from './clock'
import { icsOf, type CalendarEvent } from './ics'

export const canAddToCalendar = true

/** Hands the event over as an iCalendar file, made on the phone; the phone's own calendar opens it. */
export const addToCalendar = async (event: CalendarEvent): Promise<boolean> => {
  const url = URL.createObjectURL(new Blob([icsOf(event, now())], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'appointment.ics'
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return true
}
