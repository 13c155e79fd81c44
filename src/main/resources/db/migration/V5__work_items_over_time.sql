-- The deadlines of open work items, so that the one who passes is found once, by whichever node looks first.
CREATE TABLE work_item_deadline (
    task_id    text        PRIMARY KEY,
    request_id text        NOT NULL,
    due        timestamptz NOT NULL,
    passed_at  timestamptz
);
CREATE INDEX work_item_deadline_open ON work_item_deadline (due) WHERE passed_at IS NULL;

-- What happened to a request and when: the states of its receivers' work items, in order.
CREATE TABLE request_event (
    seq             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id      text        NOT NULL,
    task_id         text        NOT NULL,
    status          text        NOT NULL,
    business_status text,
    happened_at     timestamptz NOT NULL
);
CREATE INDEX request_event_request ON request_event (request_id, seq);
