-- Remembers which number an arrived appointment became.
-- KEYS 1 appointment
-- ARGV 1 ticket id  2 its number
-- RETURNS ok | err, code
local a = openAppointment(KEYS[1])
if not a then return fail('APPOINTMENT_NOT_FOUND') end
call('HSET', KEYS[1], 'ticket', ARGV[1], 'number', ARGV[2])
return { 'ok' }
