import type { Handlers } from '../../http/call'
import type { PhotoService } from './service'

export const photoRoutes = (photos: PhotoService): Handlers<'uploadPhoto'> => ({
  uploadPhoto: (_, { citizen, file }) => photos.bring(citizen.citizenId, file),
})
