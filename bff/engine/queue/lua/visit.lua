-- Remembers that a citizen takes a number in a hall today.
-- KEYS 1 the citizen's halls of the day
-- ARGV 1 hall  2 ttl s
-- RETURNS ok
call('SADD', KEYS[1], ARGV[1])
call('EXPIRE', KEYS[1], ARGV[2])
return { 'ok' }
