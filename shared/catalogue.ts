import { z } from 'zod'
import { endpoint, localText } from './endpoint'
import { hallId, itemId, lineId } from './ids'

export const material = z.object({
  name: localText, note: localText.optional(),
  heldByCity: z.boolean().meta({ description: 'The city holds it already: it need not be brought' }),
}).meta({ id: 'Material' })

export const itemView = z.object({
  itemId, lineId, name: localText, summary: localText, materials: z.array(material),
  minutes: z.number().int().meta({ description: 'Usual minutes at the window' }),
}).meta({ id: 'Item' })
export type ItemView = z.output<typeof itemView>

export const listItems = endpoint({
  method: 'GET', path: '/api/halls/:hallId/items', summary: 'What can be done in this hall, in which line, and what to bring', caller: 'anyone', status: 200,
  params: z.strictObject({ hallId }), errors: ['HALL_NOT_FOUND'], output: z.object({ items: z.array(itemView) }),
  example: {
    params: { hallId: 'tianhe' },
    output: { items: [{
      itemId: 'residence-permit', lineId: 'A', name: { zh: '居住证办理', en: 'Residence permit' },
      summary: { zh: '首次申领或签注居住证', en: 'First issue or renewal of a residence permit' }, minutes: 12,
      materials: [{ name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false }],
    }] },
  },
})

export const cityItem = itemView.omit({ lineId: true }).meta({ id: 'CityItem' })
export type CityItem = z.output<typeof cityItem>

export const listCityItems = endpoint({
  method: 'GET', path: '/api/items', summary: 'Everything that can be done in the city’s halls, and what to bring', caller: 'anyone', status: 200,
  errors: [], output: z.object({ items: z.array(cityItem) }),
  example: { output: { items: [{
    itemId: 'residence-permit', name: { zh: '居住证办理', en: 'Residence permit' }, summary: { zh: '首次申领或签注居住证', en: 'First issue or renewal of a residence permit' }, minutes: 12,
    materials: [{ name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false }],
  }] } },
})
