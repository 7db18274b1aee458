-- Nothing in the history is changed or taken away.
CREATE FUNCTION newsbag_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of a ledger is not changed';
END $$

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION newsbag_append_only()

CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION newsbag_append_only()

CREATE TRIGGER baseline_append_only BEFORE UPDATE OR DELETE ON baseline FOR EACH ROW EXECUTE FUNCTION newsbag_append_only()

CREATE TRIGGER baseline_no_truncate BEFORE TRUNCATE ON baseline FOR EACH STATEMENT EXECUTE FUNCTION newsbag_append_only()

CREATE TRIGGER failure_append_only BEFORE UPDATE OR DELETE ON failure FOR EACH ROW EXECUTE FUNCTION newsbag_append_only()

CREATE TRIGGER failure_no_truncate BEFORE TRUNCATE ON failure FOR EACH STATEMENT EXECUTE FUNCTION newsbag_append_only()
