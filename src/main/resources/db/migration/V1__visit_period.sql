-- One row for each clinic visit that takes a patient's time. The constraint is the rule no-overlapping-visits (DSK-7):
-- it holds under concurrency and whatever way an Encounter is written.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE visit_period (
  encounter_id text PRIMARY KEY,
  patient_id   text NOT NULL,
  period       tstzrange NOT NULL CHECK (NOT isempty(period)),
  CONSTRAINT visit_period_no_overlap EXCLUDE USING gist (patient_id WITH =, period WITH &&)
);
