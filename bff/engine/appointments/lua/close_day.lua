-- Ends the book of a day: who was booked and did not come was absent, holds lapse, nobody waits any longer. In bounded portions.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 how many at most
-- RETURNS ok, how many were ended (call again while it equals the most)
openBook(KEYS[1])
local now, most, ended = ARGV[1], tonumber(ARGV[2]), 0
if call('EXISTS', BOOK) == 0 then return { 'ok', 0 } end
local seen = number(call('HGET', BOOK, 'ended'))
for _, id in ipairs(call('ZRANGE', BOOK .. ':list', seen, seen + most - 1)) do
  ended = ended + 1
  local a = table_of(call('HGETALL', appointmentKey(id)))
  a.id = id
  if a.state == 'booked' then
    call('HSET', appointmentKey(id), 'state', MOVES.miss.booked)
    call('SADD', HALL .. ':absent', id)
    call('EXPIRE', HALL .. ':absent', TTL)
    event('type', 'miss', 'at', now, 'appointment', id, 'day', a.day, 'line', a.line, 'by', 'clock')
    call('HINCRBY', BOOK, 'ended', 1)
  elseif a.state == 'held' then
    lapse(a, now)
  else
    call('HINCRBY', BOOK, 'ended', 1)
  end
end
if ended < most then
  for field, id in pairs(table_of(call('HGETALL', BOOK .. ':asked'))) do
    call('HSET', waitingKey(id), 'state', 'ended')
    call('ZREM', BOOK .. ':w:' .. string.sub(field, 1, 1), id)
  end
  call('DEL', BOOK .. ':asked')
end
return { 'ok', ended }
