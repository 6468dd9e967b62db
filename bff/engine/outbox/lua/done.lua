-- An entry has reached the outside system.
-- KEYS 1 outbox
-- ARGV 1 entry
-- RETURNS ok, 1 when it was still there, else 0
redis.call('XACK', KEYS[1], 'deliverers', ARGV[1])
return { 'ok', redis.call('XDEL', KEYS[1], ARGV[1]) }
