-- Opens, pauses or closes a window. The same state again changes nothing.
-- KEYS 1 day
-- ARGV 1 now ms  2 window  3 state  4 account  5 who: clerk or leader  6 day ttl s
-- RETURNS ok | err, code
openDay(KEYS[1])
local now, window, state, account = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local w = call('HMGET', windowsKey(), window .. ':s', window .. ':a', window .. ':t')
local before, holder = w[1] or 'closed', w[2] or ''
local own = before == 'closed' or holder == account
-- A leader may close a window whose clerk has gone, and no more.
if not own and not (ARGV[5] == 'leader' and state == 'closed') then return fail('WINDOW_TAKEN') end
if state == before then return { 'ok' } end
if state == 'closed' and w[3] and w[3] ~= '' then return fail('WINDOW_BUSY') end
if state == 'paused' and before == 'closed' then return fail('WINDOW_NOT_OPEN') end
bear(ARGV[6])
call('HSET', windowsKey(), window .. ':s', state, window .. ':a', state == 'closed' and '' or account)
event('type', 'window', 'at', now, 'window', window, 'state', state, 'by', account)
mortal(ARGV[6], ':windows', ':events')
return { 'ok' }
