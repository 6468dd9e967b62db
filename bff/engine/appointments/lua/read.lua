-- One appointment.
-- KEYS 1 appointment
-- ARGV 1 now ms  2 owner, or '' for staff
-- RETURNS ok, its fields as a flat list | err, code
local a = openAppointment(KEYS[1], ARGV[2] ~= '' and ARGV[2] or nil)
if not a then return fail('APPOINTMENT_NOT_FOUND') end
-- A hold that is over is over, though nobody has come by yet to end it.
if a.state == 'held' and number(a['until']) <= tonumber(ARGV[1]) then a.state = 'lapsed' end
local flat = {}
for field, value in pairs(a) do
  if string.sub(field, 1, 2) ~= 'k:' then
    flat[#flat + 1] = field
    flat[#flat + 1] = value
  end
end
return { 'ok', flat }
