-- Who read and wrote what about whom. Rows are added and never changed or removed: the program's role may do nothing else
-- (afterMigrate.sql), and for everybody else there is the trigger below.
CREATE TABLE audit_event (
  id                   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred             timestamptz NOT NULL DEFAULT clock_timestamp(), -- of the database: one clock for all nodes
  request_id           text        NOT NULL,
  remote_address       text        NOT NULL,
  client               text,                 -- empty when the token was refused
  employee_hsa_id      text,
  unit                 text,                 -- id of the Organization
  unit_hsa_id          text,
  care_provider_hsa_id text,
  patient              text,                 -- id of the Patient who acted, as only patients do for themselves
  purpose              text,                 -- of the token
  access_reason        text,                 -- the header X-Access-Reason
  interaction          text        NOT NULL, -- of FHIR's restful-interaction, 'unknown', or 'export'
  request              text        NOT NULL, -- method, path and parameters
  status               integer     NOT NULL, -- of HTTP
  patients             text[]      NOT NULL, -- ids of the patients whom it was about
  resources            text[]      NOT NULL, -- Type/id/_history/version
  entries              text[]      NOT NULL  -- of a Bundle: method and URL, and the status where it has one of its own
);
CREATE INDEX audit_event_unit ON audit_event (unit_hsa_id, id);
CREATE INDEX audit_event_occurred ON audit_event (unit_hsa_id, occurred);
CREATE INDEX audit_event_emergency ON audit_event (unit_hsa_id, id) WHERE purpose = 'BTG';
CREATE INDEX audit_event_patients ON audit_event USING gin (patients) WHERE patients <> '{}';

-- The chain: what each event said, bound to all before it. Events commit out of order, so the order is that of the seals.
CREATE TABLE audit_seal (
  position bigint PRIMARY KEY,
  event    bigint NOT NULL UNIQUE REFERENCES audit_event (id),
  hash     bytea  NOT NULL
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is added to and never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_seal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
