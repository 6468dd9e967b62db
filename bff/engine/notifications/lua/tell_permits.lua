-- Keeps what a citizen answered when the platform asked, once for each key.
-- KEYS 1 permits  2 this act
-- ARGV 1 digest  2 most that are counted  3 how long the key is remembered, s  4… template, answer: accept, always, reject or ban
-- RETURNS ok, 'new' or 'replay' | err, code
local call = redis.call
local before = call('GET', KEYS[2])
if before and before ~= ARGV[1] then return { 'err', 'IDEMPOTENCY_KEY_REUSED' } end
if before then return { 'ok', 'replay' } end
call('SET', KEYS[2], ARGV[1], 'EX', ARGV[3])
for i = 4, #ARGV, 2 do
  local template, answer = ARGV[i], ARGV[i + 1]
  if answer == 'accept' then
    local left = tonumber(call('HGET', KEYS[1], template .. ':left') or 0) or 0
    call('HSET', KEYS[1], template .. ':left', math.min(left + 1, tonumber(ARGV[2])), template .. ':refused', 0)
  elseif answer == 'always' then
    call('HSET', KEYS[1], template .. ':lasting', 1, template .. ':refused', 0)
  elseif answer == 'ban' then
    call('HSET', KEYS[1], template .. ':left', 0, template .. ':lasting', 0, template .. ':refused', 1)
  end
end
return { 'ok', 'new' }
