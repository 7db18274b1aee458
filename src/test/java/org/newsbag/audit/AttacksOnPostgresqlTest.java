package org.newsbag.audit;

import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.PostgresqlServer;

/** Attacks on a ledger on a server. */
class AttacksOnPostgresqlTest extends AttackContract {
    @Override
    LedgerPlace place() throws Exception {
        return PostgresqlServer.newPlace();
    }

    @Override
    String url() {
        return ((LedgerPlace.Server) audit.place).url();
    }

    @Override
    boolean isSqlite() {
        return false;
    }
}
