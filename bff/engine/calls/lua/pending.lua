-- Where a day's log ends, and what happened since.
-- KEYS 1 where the log ends  2 the day's events
-- ARGV 1 how many events at most
-- RETURNS ok, cursor or '', entries so far, hash of the last or '', events as {id, fields}
local last = redis.call('HMGET', KEYS[1], 'cursor', 'n', 'hash')
local from = last[1] and '(' .. last[1] or '-'
return { 'ok', last[1] or '', tonumber(last[2] or '0'), last[3] or '', redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', ARGV[1]) }
