-- Why a unit sees a resource: one row for each thing that opens it to the unit. The labels of a resource are the units that
-- have a row here; when the last row of a unit goes, its label does.
CREATE TABLE access_ground (
  resource text    NOT NULL, -- Type/id
  unit     text    NOT NULL, -- id of the Organization
  source   text    NOT NULL, -- Type/id of what opens it, the resource itself where the unit takes part in it; 'maker'
  own      boolean NOT NULL, -- takes part, rather than reads because of something else
  sharer   text,             -- the unit that shares it; when that one takes no part in the resource any more, the row goes
  PRIMARY KEY (resource, unit, source)
);
CREATE INDEX access_ground_source ON access_ground (source);

-- What was labelled before there were grounds stays so until the resource is written again.
INSERT INTO access_ground (resource, unit, source, own)
SELECT resource.res_type || '/' || resource.fhir_id, label.tag_code, 'before', true
FROM hfj_resource resource
JOIN hfj_res_tag tagged ON tagged.res_id = resource.res_id
JOIN hfj_tag_def label ON label.tag_id = tagged.tag_id
WHERE label.tag_system = 'https://samspar.example/fhir/access';
