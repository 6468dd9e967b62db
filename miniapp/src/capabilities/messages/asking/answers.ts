import type { MessagePermit } from '@shared/messages'
import type { Permission } from '@/platform/permission'
import type { Refusals } from './policy'

const allows = ({ answer }: Permission): boolean => answer === 'accept' || answer === 'always'

/** The permits after the citizen's answers, until the server says what they are. */
export const permitsAfter = (permits: readonly MessagePermit[], answers: readonly Permission[]): readonly MessagePermit[] => permits.map((permit) => {
  switch (answers.find(({ templateId }) => templateId === permit.templateId)?.answer) {
    case 'accept': return { ...permit, left: permit.left + 1, refused: false }
    case 'always': return { ...permit, lasting: true, refused: false }
    case 'ban': return { ...permit, left: 0, lasting: false, refused: true }
    default: return permit
  }
})

/** What is refused after a question about these templates. One that was not answered counts as not now. */
export const refusalsAfter = (before: Refusals, asked: readonly string[], answers: readonly Permission[], now: number): Refusals => {
  const allowed = answers.filter(allows).map(({ templateId }) => templateId)
  const kept = Object.entries(before).filter(([templateId]) => !asked.includes(templateId))
  return Object.fromEntries([...kept, ...asked.filter((templateId) => !allowed.includes(templateId)).map((templateId) => [templateId, now] as const)])
}
