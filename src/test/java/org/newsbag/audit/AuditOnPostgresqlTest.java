package org.newsbag.audit;

import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.PostgresqlServer;

/** The same with its ledger on a server. */
class AuditOnPostgresqlTest extends AuditContract {
    @Override
    LedgerPlace place() throws Exception {
        return PostgresqlServer.newPlace();
    }
}
