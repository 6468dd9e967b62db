import sharp from 'sharp'

/** A small picture as a phone would send it. */
export const aPhoto = (colour = 'teal'): Promise<Buffer> => sharp({ create: { width: 64, height: 48, channels: 3, background: colour } }).jpeg().toBuffer()
