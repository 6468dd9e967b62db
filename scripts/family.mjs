// @ts-check
import { startChild } from './children.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {{ name: string, stop: (graceMs?: number) => Promise<void> }} Member */

/**
 * Everything one command has started, so that it can be ended together. Members end in the reverse of their order: who
 * came later leans on who was there.
 */
export const createFamily = () => {
  /** @type {Set<Member>} */
  const members = new Set()
  let ending = false
  /** @type {(error: Refusal) => void} */
  let report = () => undefined
  /** @type {Promise<Refusal>} */
  const lost = new Promise((resolve) => { report = resolve })

  const refuseAfterEnd = () => { if (ending) throw new Refusal('Stopped.') }

  /**
   * Takes in what was started elsewhere; when it ends by itself the whole family is told by `lost`. What comes after the
   * end was asked for is stopped at once, and the caller is told so by a rejection.
   * @param {Member & { ended: Promise<number> }} member
   * @param {string} [log] where its last words are
   */
  const adopt = async (member, log) => {
    members.add(member)
    if (ending) {
      await member.stop()
      members.delete(member)
    }
    refuseAfterEnd()
    void member.ended.then((code) => {
      if (!ending) report(new Refusal(`${member.name} ended by itself (code ${code}), so the rest is stopped.${log ? ` Its last words are in ${log}` : ''}`))
    })
  }

  return {
    adopt,
    lost,
    /**
     * A program that runs until the end.
     * @param {Parameters<typeof startChild>[0]} options
     */
    start: (options) => {
      refuseAfterEnd()
      const child = startChild(options)
      void adopt(child, options.log)
      return child
    },
    /**
     * A program that does its work and ends; one that takes longer than `limitMs` is ended.
     * @param {Parameters<typeof startChild>[0] & { limitMs?: number }} options
     * @returns {Promise<{ code: number, output: string }>}
     */
    work: async (options) => {
      refuseAfterEnd()
      let output = ''
      const child = startChild({ ...options, onOutput: (text, from) => { output += text; options.onOutput?.(text, from) } })
      members.add(child)
      const limit = options.limitMs && setTimeout(() => {
        output += `\n${options.name} took longer than ${Math.round((options.limitMs ?? 0) / 1000)} s and was ended.`
        void child.stop()
      }, options.limitMs)
      const code = await child.ended
      if (limit) clearTimeout(limit)
      members.delete(child)
      refuseAfterEnd()
      return { code, output }
    },
    /** @param {number} [graceMs] how long each may take to end in good order; its own time when left out */
    stop: async (graceMs) => {
      ending = true
      for (let last = [...members].at(-1); last; last = [...members].at(-1)) {
        await last.stop(graceMs)
        members.delete(last)
      }
    },
  }
}

/** @typedef {ReturnType<typeof createFamily>} Family */
