import { Image } from '@tarojs/components'
import { meaning } from './accessible'

/** A photo, filling its place; `label` says what it is where it cannot be seen. */
export const Picture = ({ src, label, className }: { src: string; label: string; className?: string }) => {
  // A browser wants it on the picture itself, which Taro wraps into an element of its own.
  const named = TARGET === 'h5' ? { nativeProps: { alt: label } } : meaning({ role: 'img', label })
  return <Image className={className} mode='aspectFill' src={src} {...named} />
}
