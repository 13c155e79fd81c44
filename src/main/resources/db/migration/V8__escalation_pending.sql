-- An overdue work item that nobody was on duty for: it is handed over as soon as somebody is.
ALTER TABLE work_item_deadline ADD COLUMN escalation_pending boolean NOT NULL DEFAULT false;
CREATE INDEX work_item_deadline_pending ON work_item_deadline (due) WHERE escalation_pending;
