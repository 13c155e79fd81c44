-- What the running program may do, said anew after each migration, for new tables too: read and write rows, and only add to
-- the audit log and to what was opened in emergencies. It owns nothing, so it changes neither tables nor their triggers.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('samspar_app', 0)); -- several nodes may start at once
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samspar_app') THEN
    CREATE ROLE samspar_app;
  END IF;
  IF NOT pg_has_role(current_user, 'samspar_app', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT samspar_app TO %I', current_user); -- so that one login can do both: migrate, and take this role
    EXCEPTION WHEN insufficient_privilege THEN
      NULL; -- the program has a login of its own
    END;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO samspar_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO samspar_app', current_schema());
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO samspar_app', current_schema());

  REVOKE UPDATE, DELETE ON break_glass FROM samspar_app;
  REVOKE ALL ON audit_event, audit_seal FROM samspar_app;
  GRANT SELECT ON audit_event, audit_seal TO samspar_app;
  GRANT INSERT ON audit_seal TO samspar_app;
  -- Neither number nor time: these are the database's.
  GRANT INSERT (request_id, remote_address, client, employee_hsa_id, unit, unit_hsa_id, care_provider_hsa_id, patient, purpose,
    access_reason, interaction, request, status, patients, resources, entries) ON audit_event TO samspar_app;
END $$;
