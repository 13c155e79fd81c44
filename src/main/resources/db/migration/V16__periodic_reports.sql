-- Whose reports of which periods have been made, in the transaction of the reports: each once, however many nodes there are.
CREATE TABLE periodic_report (
  period   text        NOT NULL, -- such as 2026-10 or 2026-T3
  reporter text        NOT NULL, -- id of the Organization; empty for the region as a whole
  made_at  timestamptz NOT NULL,
  PRIMARY KEY (period, reporter)
);
