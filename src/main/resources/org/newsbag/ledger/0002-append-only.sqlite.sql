-- Nothing in the history is changed or taken away, not even by INSERT OR REPLACE, which deletes without a trigger.
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER event_no_replace BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq) BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER baseline_no_update BEFORE UPDATE ON baseline BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER baseline_no_delete BEFORE DELETE ON baseline BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER baseline_no_replace BEFORE INSERT ON baseline WHEN EXISTS (SELECT 1 FROM baseline WHERE bag = NEW.bag AND path = NEW.path AND since = NEW.since) BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER failure_no_update BEFORE UPDATE ON failure BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER failure_no_delete BEFORE DELETE ON failure BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END

CREATE TRIGGER failure_no_replace BEFORE INSERT ON failure WHEN EXISTS (SELECT 1 FROM failure WHERE event = NEW.event AND path = NEW.path) BEGIN
  SELECT RAISE(ABORT, 'the history of a ledger is not changed');
END
