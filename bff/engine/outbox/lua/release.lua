-- Puts back what was put aside, oldest first, to be tried once more.
-- KEYS 1 outbox
-- ARGV 1 how many
-- RETURNS ok, how many were put back
local parked = KEYS[1] .. ':parked'
local entries = redis.call('XRANGE', parked, '-', '+', 'COUNT', ARGV[1])
for _, entry in ipairs(entries) do
  append(KEYS[1], entry[2][2])
  redis.call('XDEL', parked, entry[1])
end
return { 'ok', #entries }
