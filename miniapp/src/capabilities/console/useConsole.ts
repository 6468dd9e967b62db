import { useCallback } from 'react'
import type { ConsoleView } from '@shared/console'
import type { ConsoleApi } from './api'
import { type Followed, type Heard, useFollowed } from './useFollowed'

/** The pace of asking, milliseconds. */
const EVERY_MS = 2000

/** The hall as last heard. */
export type HeardConsole = Heard<ConsoleView>
export type FollowedConsole = Followed<ConsoleView>

/** Follows a hall. */
export const useConsole = (api: ConsoleApi, hallId: string, onSessionOver: () => void): FollowedConsole =>
  useFollowed(useCallback(() => api.console(hallId), [api, hallId]), EVERY_MS, onSessionOver)
