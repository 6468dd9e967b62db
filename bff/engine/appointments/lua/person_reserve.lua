-- Notes in a person's own book that a visit is meant, so that no two overlap anywhere in the city. It ends by itself unless
-- it is made lasting.
-- KEYS 1 the person's book
-- ARGV 1 now ms  2 id  3 "hall line"  4 day  5 from ms  6 until ms  7 ends ms, 0 for never  8 how many may be to come  9 id that is replaced, or ''
--      10 idempotency key, or '' when it is claimed elsewhere  11 digest of the act  12 'look' to note nothing, or ''
-- RETURNS ok, 'new' | ok, 'known' | err, code, the id in the way or '', until when restricted or ''
local call = redis.call
local now, id = tonumber(ARGV[1]), ARGV[2]
if ARGV[10] ~= '' then
  local before = call('GET', KEYS[1] .. ':k:' .. ARGV[10])
  if before and before ~= ARGV[11] then return { 'err', 'IDEMPOTENCY_KEY_REUSED', '', '' } end
end
local known = call('HGET', KEYS[1], id)
-- Held already: a repetition changes nothing, but for making it lasting.
if known and (ARGV[7] ~= '0' or string.sub(known, -2) == ' 0') then return { 'ok', 'known' } end
local restricted = call('GET', KEYS[1] .. ':restricted')
if restricted and tonumber(restricted) > now and ARGV[9] == '' then return { 'err', 'RESTRICTED', '', restricted } end
local flat, coming = call('HGETALL', KEYS[1]), 0
for i = 1, #flat, 2 do
  local other = flat[i]
  local hall, line, day, from, until_, ends = string.match(flat[i + 1], '^(%S+) (%S+) (%S+) (%S+) (%S+) (%S+)$')
  from, until_, ends = tonumber(from), tonumber(until_), tonumber(ends)
  if (ends > 0 and ends <= now) or until_ < now - 7776000000 then
    call('HDEL', KEYS[1], other)
  elseif other ~= id and other ~= ARGV[9] and until_ > now then
    if hall .. ' ' .. line == ARGV[3] and day == ARGV[4] then return { 'err', 'ONE_A_DAY', other, '' } end
    if from < tonumber(ARGV[6]) and tonumber(ARGV[5]) < until_ then return { 'err', 'OVERLAPS', other, '' } end
    coming = coming + 1
  end
end
if coming >= tonumber(ARGV[8]) then return { 'err', 'TOO_MANY_BOOKINGS', '', '' } end
if ARGV[12] == 'look' then return { 'ok', 'new' } end
call('HSET', KEYS[1], id, ARGV[3] .. ' ' .. ARGV[4] .. ' ' .. ARGV[5] .. ' ' .. ARGV[6] .. ' ' .. ARGV[7])
call('EXPIRE', KEYS[1], 15552000)
if ARGV[10] ~= '' then call('SET', KEYS[1] .. ':k:' .. ARGV[10], ARGV[11], 'EX', 172800) end
return { 'ok', 'new' }
