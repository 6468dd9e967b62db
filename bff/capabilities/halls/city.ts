import type { LocalText } from '@shared/endpoint'
import type { Place } from '@shared/halls'

/** A rectangle of WGS-84 degrees. */
export interface Box { readonly south: number; readonly north: number; readonly west: number; readonly east: number }

/** Around Guangzhou, rounded outwards: catches swapped or mistyped coordinates. */
export const cityBox: Box = { south: 22.4, north: 24, west: 112.9, east: 114.1 }

export const isInside = ({ lat, lng }: Place, box: Box): boolean =>
  lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east

export interface District { readonly name: LocalText; /** Roughly its middle, two decimals. */ readonly place: Place }

/** By GB/T 2260 code; 440100 is the city itself. */
export const districts: Readonly<Record<string, District>> = {
  440100: { name: { zh: '广州市', en: 'Guangzhou' }, place: { lat: 23.13, lng: 113.32 } },
  440103: { name: { zh: '荔湾区', en: 'Liwan District' }, place: { lat: 23.12, lng: 113.24 } },
  440104: { name: { zh: '越秀区', en: 'Yuexiu District' }, place: { lat: 23.13, lng: 113.27 } },
  440105: { name: { zh: '海珠区', en: 'Haizhu District' }, place: { lat: 23.09, lng: 113.32 } },
  440106: { name: { zh: '天河区', en: 'Tianhe District' }, place: { lat: 23.13, lng: 113.36 } },
  440111: { name: { zh: '白云区', en: 'Baiyun District' }, place: { lat: 23.19, lng: 113.27 } },
  440112: { name: { zh: '黄埔区', en: 'Huangpu District' }, place: { lat: 23.17, lng: 113.46 } },
  440113: { name: { zh: '番禺区', en: 'Panyu District' }, place: { lat: 22.94, lng: 113.38 } },
  440114: { name: { zh: '花都区', en: 'Huadu District' }, place: { lat: 23.4, lng: 113.22 } },
  440115: { name: { zh: '南沙区', en: 'Nansha District' }, place: { lat: 22.8, lng: 113.53 } },
  440117: { name: { zh: '从化区', en: 'Conghua District' }, place: { lat: 23.55, lng: 113.59 } },
  440118: { name: { zh: '增城区', en: 'Zengcheng District' }, place: { lat: 23.26, lng: 113.81 } },
}
