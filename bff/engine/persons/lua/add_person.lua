-- Adds somebody a citizen may act for, or renews who is there.
-- KEYS 1 the citizen's persons
-- ARGV 1 id of the person  2 their record as JSON  3 idempotency key  4 digest of the act  5 how many at most
-- RETURNS ok, the record that is kept as JSON | err, code, name, value
local call = redis.call
local claim = KEYS[1] .. ':k:' .. ARGV[3]
local claimed = call('GET', claim)
if claimed and claimed ~= ARGV[4] then return { 'err', 'IDEMPOTENCY_KEY_REUSED' } end
local kept = call('HGET', KEYS[1], ARGV[1])
-- A repetition adds nobody who has been removed since.
if claimed then
  if kept then return { 'ok', kept } end
  return { 'err', 'PERSON_NOT_FOUND' }
end
if not kept and call('HLEN', KEYS[1]) >= tonumber(ARGV[5]) then return { 'err', 'PERSONS_FULL', 'most', ARGV[5] } end
call('HSET', KEYS[1], ARGV[1], ARGV[2])
call('ZREM', KEYS[1] .. ':former', ARGV[1])
call('SET', claim, ARGV[4], 'EX', 172800)
return { 'ok', ARGV[2] }
