-- Put before a script whose change must reach an outside system: the change and the duty to tell of it are kept in one step.
-- `outbox` is in the slot of the change; `subject` names what changed, and is read anew when it is told.
local function append(outbox, subject)
  if redis.call('EXISTS', outbox) == 0 then redis.call('XGROUP', 'CREATE', outbox, 'deliverers', '0', 'MKSTREAM') end
  redis.call('XADD', outbox, '*', 'subject', subject)
end
