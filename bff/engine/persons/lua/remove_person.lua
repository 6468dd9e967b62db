-- Removes somebody a citizen may act for, and remembers their id for a while.
-- KEYS 1 the citizen's persons
-- ARGV 1 id of the person  2 now ms  3 how long a former id is remembered, ms  4 how many former ids at most
-- RETURNS 1 removed, now or before | 0 never there
local call = redis.call
local former = KEYS[1] .. ':former'
if call('HDEL', KEYS[1], ARGV[1]) == 0 then return call('ZSCORE', former, ARGV[1]) and 1 or 0 end
call('ZADD', former, ARGV[2], ARGV[1])
call('ZREMRANGEBYSCORE', former, '-inf', '(' .. (tonumber(ARGV[2]) - tonumber(ARGV[3])))
call('ZREMRANGEBYRANK', former, 0, -(tonumber(ARGV[4]) + 1))
call('PEXPIRE', former, ARGV[3])
return 1
