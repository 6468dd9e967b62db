-- Pauses or resumes a line or the hall: nobody takes or is called there while paused. The same again changes nothing.
-- KEYS 1 day
-- ARGV 1 now ms  2 line, or '' for the hall  3 paused 1|0  4 account  5 day ttl s
-- RETURNS ok
openDay(KEYS[1])
local field = ARGV[2] == '' and 'paused' or ARGV[2] .. ':paused'
local before = call('HEXISTS', DAY, field)
if before == tonumber(ARGV[3]) then return { 'ok' } end
bear(ARGV[5])
if ARGV[3] == '1' then call('HSET', DAY, field, '1') else call('HDEL', DAY, field) end
event('type', 'pause', 'at', ARGV[1], 'line', ARGV[2], 'paused', ARGV[3], 'by', ARGV[4])
mortal(ARGV[5], ':events')
return { 'ok' }
