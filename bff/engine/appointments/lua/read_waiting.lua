-- One waiting and how many asked earlier.
-- KEYS 1 waiting
-- ARGV 1 owner
-- RETURNS ok, its fields as a flat list, people ahead or '' | err, code
local flat = call('HGETALL', KEYS[1])
local w = table_of(flat)
if #flat == 0 or w.owner ~= ARGV[1] then return fail('WAITING_NOT_FOUND') end
HALL = string.match(KEYS[1], '^{[^}]+}')
openBook(HALL .. ':b:' .. w.day)
return { 'ok', flat, call('ZRANK', BOOK .. ':w:' .. w.line, string.sub(KEYS[1], #HALL + 4)) or '' }
