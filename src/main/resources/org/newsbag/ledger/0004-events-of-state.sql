-- The few events that say what and where a bag is, beside the many that check it.
CREATE INDEX event_of_state ON event (bag, seq) WHERE kind IN ('register', 'accept', 'move')
