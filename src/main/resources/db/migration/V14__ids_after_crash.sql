-- HAPI takes the ids of its rows from sequences, fifty at a time, and a node keeps what it took. PostgreSQL may forget in a
-- crash that it gave them out, when the transaction that asked had not committed, and would give them out once more: to
-- another node, whose writes then fail. So each sequence is moved on before the first connection after a crash is used
-- (spring.datasource.hikari.connection-init-sql).
CREATE UNLOGGED TABLE since_crash (); -- one row; PostgreSQL empties an unlogged table when it recovers, and then only
INSERT INTO since_crash DEFAULT VALUES;

CREATE FUNCTION skip_forgotten_ids() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM since_crash) THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('skip forgotten ids', 0));
  IF EXISTS (SELECT FROM since_crash) THEN
    RETURN; -- another connection has done it meanwhile
  END IF;
  -- A thousand blocks: more than all connections together can have asked for in what was not yet on disk.
  PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(last_value, start_value) + 1000 * increment_by)
    FROM pg_sequences WHERE schemaname = current_schema() AND increment_by > 1;
  INSERT INTO since_crash DEFAULT VALUES;
END $$;
