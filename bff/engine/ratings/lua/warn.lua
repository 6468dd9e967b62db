-- Tells that an order is about to be overdue, once for each time at which it is due.
-- KEYS 1 rating
-- ARGV 1 now
-- RETURNS ok, 1 when it was told, else 0
open(KEYS[1])
local o = fieldsOf(orderKey())
if not o or ENDED[o.state] or o.warned == o.due or tonumber(o.due) < tonumber(ARGV[1]) then return { 'ok', 0 } end
call('HSET', orderKey(), 'warned', o.due)
note('warn', ARGV[1], 'system', 'due', o.due, 'facts', call('HGET', KEYS[1], 'facts'))
return { 'ok', 1 }
