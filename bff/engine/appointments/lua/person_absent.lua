-- Counts an absence once, and restricts who has too many.
-- KEYS 1 the person's book
-- ARGV 1 at ms  2 id of the appointment  3 how far back absences count, ms  4 how many are too many  5 how long the restriction lasts, ms
-- RETURNS ok, absences that count, until when restricted or ''
local call = redis.call
local absences, at = KEYS[1] .. ':absences', tonumber(ARGV[1])
if call('ZADD', absences, 'NX', at, ARGV[2]) == 1 then
  call('EXPIRE', absences, 15552000)
  call('ZREMRANGEBYSCORE', absences, '-inf', '(' .. (at - tonumber(ARGV[3])))
  if call('ZCARD', absences) >= tonumber(ARGV[4]) then
    call('SET', KEYS[1] .. ':restricted', at + tonumber(ARGV[5]), 'PX', ARGV[5])
  end
end
return { 'ok', call('ZCARD', absences), call('GET', KEYS[1] .. ':restricted') or '' }
