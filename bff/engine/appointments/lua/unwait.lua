-- Ends a waiting; an offer that was not confirmed goes to the next.
-- KEYS 1 waiting
-- ARGV 1 now ms  2 owner  3 the line as JSON  4 rule as JSON
-- RETURNS ok, id | err, code
local flat = call('HGETALL', KEYS[1])
local w = table_of(flat)
if #flat == 0 or w.owner ~= ARGV[2] then return fail('WAITING_NOT_FOUND') end
HALL = string.match(KEYS[1], '^{[^}]+}')
openBook(HALL .. ':b:' .. w.day)
local id = string.sub(KEYS[1], #HALL + 4)
if w.state == 'ended' then return { 'ok', id } end
endWaiting(id, w.line, w.pkey)
event('type', 'unwait', 'at', ARGV[1], 'waiting', id, 'day', w.day, 'line', w.line, 'by', 'citizen')
if w.appointment ~= '' then
  local a = openAppointment(appointmentKey(w.appointment))
  if a and a.state == 'held' then lapse(a, ARGV[1]) end
end
settle(cjson.decode(ARGV[3]), ARGV[1], cjson.decode(ARGV[4]))
return { 'ok', id }
