-- Puts an entry aside that was refused for good.
-- KEYS 1 outbox
-- ARGV 1 entry  2 the code it was refused with  3 most kept aside
-- RETURNS ok, 1 when it was still there, else 0
local call, outbox = redis.call, KEYS[1]
local entry = call('XRANGE', outbox, ARGV[1], ARGV[1])[1]
if not entry then return { 'ok', 0 } end
call('XADD', outbox .. ':parked', 'MAXLEN', ARGV[3], '*', 'subject', entry[2][2], 'code', ARGV[2])
call('XACK', outbox, 'deliverers', ARGV[1])
call('XDEL', outbox, ARGV[1])
return { 'ok', 1 }
