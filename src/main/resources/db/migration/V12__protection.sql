-- Blocks (spärr) that hold: what the source has documented about the patient is withheld from units outside it.
CREATE TABLE care_block (
  consent text PRIMARY KEY, -- id of the Consent
  patient text NOT NULL,    -- Patient/id
  source  text NOT NULL     -- id of the unit's or the care provider's Organization
);
CREATE INDEX care_block_patient ON care_block (patient);

-- The patients with a protected identity, as their own labels say.
CREATE TABLE protected_patient (
  patient text PRIMARY KEY -- Patient/id
);

-- A ground that stands but opens nothing, as long as a block holds.
ALTER TABLE access_ground ADD COLUMN withheld boolean NOT NULL DEFAULT false;

-- What restricts access to what is about a patient: the sources of the blocks, and '*' for a protected identity. Whoever
-- asks holds it off to the end of the transaction that others restrict more or less meanwhile; being a function of its
-- own, the answer is what stands once the waiting is over.
CREATE FUNCTION restrictions_of(about text) RETURNS SETOF text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('restrictions of ' || about, 0));
  RETURN QUERY SELECT source FROM care_block WHERE patient = about
    UNION ALL SELECT '*' FROM protected_patient WHERE patient = about;
END $$;

-- Who read about whom in an emergency. Rows are added and never changed.
CREATE TABLE break_glass (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employee   text        NOT NULL, -- HSA-id
  unit       text        NOT NULL, -- id of the Organization
  patient    text        NOT NULL, -- Patient/id
  reason     text        NOT NULL,
  begins     timestamptz NOT NULL,
  ends       timestamptz NOT NULL,
  request_id text        NOT NULL  -- X-Request-Id of the first request
);
CREATE UNIQUE INDEX break_glass_once ON break_glass (patient, unit, employee, ends, md5(reason));
CREATE INDEX break_glass_unit ON break_glass (unit, begins);
CREATE INDEX break_glass_begins ON break_glass (begins);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER break_glass_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON break_glass
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Patients who were marked before: they and what is about them get the label that the server goes by.
INSERT INTO protected_patient (patient)
SELECT DISTINCT 'Patient/' || resource.fhir_id
FROM hfj_resource resource
JOIN hfj_res_tag tagged ON tagged.res_id = resource.res_id
JOIN hfj_tag_def label ON label.tag_id = tagged.tag_id
WHERE resource.res_type = 'Patient'
  AND label.tag_system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel'
  AND label.tag_code IN ('sekretessmarkering', 'skyddadFolkbokforing');

INSERT INTO hfj_tag_def (tag_id, tag_system, tag_code, tag_type)
SELECT nextval('seq_tagdef_id'), 'https://samspar.example/fhir/protected', 'identity', 2
WHERE EXISTS (SELECT 1 FROM protected_patient);

INSERT INTO hfj_res_tag (pid, res_id, res_type, tag_id)
SELECT nextval('seq_restag_id'), resource.res_id, resource.res_type, label.tag_id
FROM hfj_tag_def label, (
  SELECT patient AS id FROM protected_patient
  UNION SELECT source FROM access_ground JOIN protected_patient ON patient = resource
) about
JOIN hfj_resource resource ON resource.res_type || '/' || resource.fhir_id = about.id
WHERE label.tag_system = 'https://samspar.example/fhir/protected';
UPDATE hfj_resource SET has_tags = true
WHERE res_id IN (SELECT res_id FROM hfj_res_tag tagged JOIN hfj_tag_def label USING (tag_id)
                 WHERE label.tag_system = 'https://samspar.example/fhir/protected');
