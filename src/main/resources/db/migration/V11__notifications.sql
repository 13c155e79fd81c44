-- What has happened that systems may be notified of: one row for each event, written in the transaction of the change and
-- taken out again when it has been numbered for every subscription that it is for.
CREATE TABLE outbox_event (
  seq            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id             uuid        NOT NULL DEFAULT gen_random_uuid(),
  transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id(),
  topic          text        NOT NULL,
  focus          text        NOT NULL, -- Type/id of what it is about
  context        text,                 -- Type/id of what else is worth reading
  units          text[]      NOT NULL, -- ids of the Organizations concerned
  filter         text,                 -- the value that subscriptions filter by: a track, a case
  happened_at    timestamptz NOT NULL,
  UNIQUE (transaction_id, topic, focus)
);

-- What the server keeps of each Subscription beside the resource. Whoever decides what is to be done for one holds its row.
CREATE TABLE subscription_state (
  subscription    text        PRIMARY KEY, -- id of the resource
  unit            text        NOT NULL,    -- id of the Organization whose it is
  topic           text        NOT NULL,
  wanted          text[],      -- values of the topic's filter; any when null
  headers         text[]      NOT NULL,    -- as sent, which the resource does not show
  heartbeat       integer,     -- seconds without a notification until a heartbeat
  ends_at         timestamptz,
  generation      integer     NOT NULL DEFAULT 1, -- how often the unit has written it
  handshake_due   boolean     NOT NULL,
  confirmed       boolean     NOT NULL DEFAULT false, -- has the endpoint answered its latest handshake?
  established     boolean     NOT NULL DEFAULT false, -- has it ever, so that events count?
  stopped         boolean     NOT NULL DEFAULT false,
  last_number     bigint      NOT NULL DEFAULT 0, -- of its latest event
  failures        integer     NOT NULL DEFAULT 0, -- attempts in a row that failed
  next_attempt    timestamptz, -- not before, while attempts fail
  slow            boolean     NOT NULL DEFAULT false,
  last_sent       timestamptz
);
CREATE INDEX subscription_state_topic ON subscription_state (topic, unit) WHERE established AND NOT stopped;

-- The events of each subscription by their numbers, which have no gaps.
CREATE TABLE subscription_event (
  subscription text        NOT NULL REFERENCES subscription_state,
  number       bigint      NOT NULL,
  event_id     uuid        NOT NULL,
  focus        text        NOT NULL,
  context      text,
  happened_at  timestamptz NOT NULL,
  state        text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  settled_at   timestamptz,
  PRIMARY KEY (subscription, number)
);
CREATE INDEX subscription_event_open ON subscription_event (state, subscription, number) WHERE state <> 'delivered';
CREATE INDEX subscription_event_delivered ON subscription_event (settled_at) WHERE state = 'delivered';

-- The table of the library db-scheduler: who delivers for which subscription, and when next.
CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
